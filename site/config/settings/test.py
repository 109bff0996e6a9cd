"""Settings of the test suite: jobs run at once, passwords hash fast, caches in memory unless CACHE_URL names a real one."""

from .base import *  # noqa: F403
from .base import CACHES, DATABASES, STORAGES
from .parts.environment import BASE_DIR, env

SECRET_KEY = "only-for-tests"  # noqa: S105 - told to everybody
IS_DEMO_ALLOWED = True
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "jobs.backend.AtOnceBackend"}}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STATIC_ROOT = BASE_DIR / "var" / "test-static"
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
if not env.str("CACHE_URL", default=""):
    CACHES["default"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "default"}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": None}
else:
    DATABASES["default"]["OPTIONS"] = {}  # a pool would outlive the test database
