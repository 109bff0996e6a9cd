"""What this room answers when the whole site asks."""

from datetime import datetime
from typing import Any

from wagtail import hooks

from accounts.models import User
from certificates.keeping.actions import leave_nothing_personal
from certificates.keeping.queries import held_about


@hooks.register("personal_data")
def personal_data(user: User) -> dict[str, Any]:
    """Tell what the certificates hold of a member."""
    return {"certificates": held_about(user)}


@hooks.register("erase_person")
def erase_person(user: User, now: datetime) -> None:
    """Withdraw her name, leave what proves her papers."""
    leave_nothing_personal(user=user, now=now)
