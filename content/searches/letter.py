"""What the one mail says of all that is new in somebody's searches."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import translation

from accounts.models import User
from content.library.listing import rows
from content.library.queries import keys_of
from content.pages.addresses import full
from content.searches.choices import SHOWN
from content.searches.models import SavedSearch
from content.searches.queries import found_by, news_of

TEMPLATE = "mail/practice_news"


def letter(*, user: User, searches: Iterable[SavedSearch]) -> dict[str, Any] | None:
    """Return the mail's words, or None where nothing is new. A practice that fits two searches stands in the first only."""
    groups, seen = [], set()
    with translation.override(user.language):
        for search in searches:
            found = found_by(search, user=user, language=user.language)
            numbers = [number for number in reversed(news_of(search, found)) if number not in seen]
            seen |= set(numbers)
            shown = rows(found, keys_of(numbers[:SHOWN]), user=user)
            if shown:
                groups.append(_group(search, shown, len(numbers)))
        if not groups:
            return None
        return {"groups": groups, "count": sum(group["count"] for group in groups), "searches_url": full(reverse("saved-searches"))}


def _group(search: SavedSearch, shown: list[Any], count: int) -> dict[str, Any]:
    return {
        "name": search.name,
        "url": full(reverse("library")) + (f"?{search.query}" if search.query else ""),
        "items": [
            {"title": row.plain_title, "text": row.plain_text, "url": full(row.url), "code": row.code, "countries": row.countries}
            for row in shown
        ],
        "count": count,
        "more": count - len(shown),
    }
