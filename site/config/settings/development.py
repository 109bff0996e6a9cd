"""The embedded site that `make serve` runs: SQLite, the demo, mails readable at /dev/mail/. Its secret key is made once, under DATA_DIR."""

import secrets

from .base import *  # noqa: F403
from .parts.environment import DATA_DIR, env

DEBUG = env.bool("DEBUG", default=False)
IS_DEMO_ALLOWED = True

SECRET_KEY = env.str("SECRET_KEY", default="")
if not SECRET_KEY:
    _file = DATA_DIR / "secret_key"
    if not _file.exists():
        DATA_DIR.mkdir(parents=True, exist_ok=True)
        _file.write_text(secrets.token_urlsafe(50))
        _file.chmod(0o600)
    SECRET_KEY = _file.read_text().strip()
