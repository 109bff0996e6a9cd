"""Whose searches these are."""

from typing import Any

from django.db.models import QuerySet

from content.audience.rules import Reader, is_member
from content.searches.models import SavedSearch


def can_save(user: Reader) -> bool:
    """Return whether this person may keep searches: members may."""
    return is_member(user)


def can_change(user: Any, search: SavedSearch) -> bool:
    """Return whether this person may see and drop this search: it is hers."""
    return is_member(user) and search.user_id == user.pk


def visible_to(user: Any) -> QuerySet[SavedSearch]:
    """Return the searches that this person may see and drop: the twin of `can_change`."""
    return SavedSearch.objects.filter(user=user.pk) if is_member(user) else SavedSearch.objects.none()
