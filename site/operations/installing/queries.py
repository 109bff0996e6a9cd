"""What the steps of setup may ask, and what is known about the place they run in."""

import os
from contextvars import ContextVar

from django.contrib.auth import get_user_model

_admin_email: ContextVar[str] = ContextVar("admin_email", default="")


def admin_email() -> str:
    """Return the address of the first administrator as the operator gave it (`setup --admin-email` or ADMIN_EMAIL), or ''."""
    return _admin_email.get() or os.environ.get("ADMIN_EMAIL", "").strip()


def is_site_empty() -> bool:
    """Say whether nobody has an account here yet: only then may the demo come in by itself."""
    return not get_user_model().objects.exists()
