"""Who has a desk."""

from typing import Any

from content.audience.rules import is_member

ADMIN = "wagtailadmin.access_admin"


def can_see_desk(user: Any) -> bool:
    """Return whether this person works in the editors' screens."""
    return is_member(user) and user.has_perm(ADMIN)
