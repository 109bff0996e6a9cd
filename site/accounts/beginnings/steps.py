"""The steps of `manage.py setup` that accounts answer for."""

from datetime import datetime

from django.conf import settings

from accounts.people.models import User
from operations.installing.queries import admin_email

from .first import invite_first_admin, raise_first_notices


def notices_step(now: datetime) -> str | None:
    """Raise the first notices."""
    made = raise_first_notices(now=now)
    return ", ".join(str(notice) for notice in made) or None


def admin_step(now: datetime) -> str | None:
    """Invite the first administrator at the address that ADMIN_EMAIL names; say what is missing otherwise."""
    if User.objects.administrators().exists():
        return None
    email = admin_email()
    if not email:
        return "No administrator yet: run setup again with --admin-email (or ADMIN_EMAIL in the environment)."
    invite_first_admin(email=email, language=settings.LANGUAGE_CODE, now=now)
    return f"A link to choose a password was mailed to {email}."
