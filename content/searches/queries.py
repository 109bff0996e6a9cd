"""What is due, and what fits."""

from datetime import datetime, timedelta
from typing import Any

from content.library.asking import asked_by
from content.library.queries import Found, find
from content.searches.choices import HOURS
from content.searches.models import SavedSearch
from content.shelves.memory import current


def newest_number() -> int:
    """Return the number of the practice that came out last; 0 where there is none. One query."""
    held = current().of_any(["level:open", "level:members"])
    return held.max() if held else 0


def found_by(search: SavedSearch, *, user: Any, language: str) -> Found:
    """Return what a kept search finds now."""
    return find(asked_by(search.query), user=user, language=language)


def news_of(search: SavedSearch, found: Found) -> list[int]:
    """Return the numbers of what fits and came out since its owner was told last, in the order in which it came."""
    return list(found.numbers[found.numbers.rank(search.told_up_to) :]) if found.numbers else []


def due_people(now: datetime, most: int) -> list[int]:
    """Return some of those whose searches were not looked through for a day, the longest ago first."""
    due = SavedSearch.objects.filter(looked_at__lte=now - timedelta(hours=HOURS), user__is_active=True)
    return list(dict.fromkeys(due.order_by("looked_at", "pk").values_list("user", flat=True)[:most]))


def held_about(user: Any) -> dict[str, Any]:
    """Return the searches that a person keeps, for her own file."""
    rows = SavedSearch.objects.filter(user=user.pk).order_by("saved_at").values("name", "query", "saved_at")
    return {"saved_searches": list(rows)}
