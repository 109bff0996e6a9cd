"""Caches: one that all processes share (Redis, or files under DATA_DIR), one in memory for renditions. Counts are rows (limits)."""

from .environment import DATA_DIR, env

if env.str("CACHE_URL", default=""):
    _shared = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": env.str("CACHE_URL")}
else:
    _shared = {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": str(DATA_DIR / "cache"),
        "OPTIONS": {"MAX_ENTRIES": 5000},
    }

CACHES = {
    "default": _shared,
    # Wagtail asks for each picture; over a network that costs more than the page (measured).
    "renditions": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "renditions"},
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30  # a month: signing in again costs data and patience

# How many proxies of ours stand in front: the address of a reader is that many from the right of X-Forwarded-For.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)
