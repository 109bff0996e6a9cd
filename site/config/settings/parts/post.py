"""Mail: what the site writes becomes rows in `mail`; a job sends them to EMAIL_URL's server (none: kept, readable at /dev/mail/)."""

from typing import Any

from .environment import env

EMAIL_BACKEND = "mail.backend.RowBackend"
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", default="SSTC Academy <academy@example.org>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

MAIL_TRANSPORT: dict[str, Any] = {}
if env.str("EMAIL_URL", default=""):
    _url = env.email_url("EMAIL_URL")
    MAIL_TRANSPORT = {
        "backend": _url["EMAIL_BACKEND"],
        "host": _url["EMAIL_HOST"],
        "port": _url["EMAIL_PORT"] or 25,
        "username": _url["EMAIL_HOST_USER"] or "",
        "password": _url["EMAIL_HOST_PASSWORD"] or "",
        "use_tls": _url.get("EMAIL_USE_TLS", False),
        "use_ssl": _url.get("EMAIL_USE_SSL", False),
        "timeout": 15,  # for each step; a job has a minute
    }

# Texts may hold codes and links: removed after so many days. The row (to whom, what kind, when) goes later.
MAIL_KEEP_DAYS = env.int("MAIL_KEEP_DAYS", default=14)
MAIL_FORGET_DAYS = env.int("MAIL_FORGET_DAYS", default=365)
