"""Beyond one's own machine. Refuses to start without its secrets, saying which."""

import sys

from .parts.environment import IS_HTTPS, env

_NEEDED = ("SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "EMAIL_URL", "MAIL_FROM", "DATABASE_URL")
_missing = [name for name in _NEEDED if not env.str(name, default="").strip()]
if _missing:
    sys.exit(f"Not started: set {', '.join(_missing)} in the environment (docs/operate.md says how).")

from .base import *  # noqa: E402, F403 - the refusal comes before anything is read

SECRET_KEY = env.str("SECRET_KEY")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_HTTPS
SECURE_HSTS_PRELOAD = IS_HTTPS
