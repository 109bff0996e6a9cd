"""Pages as machines are told of them: written in their own language, open to strangers."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.query import PageQuerySet

from content.audience.rules import visible_to

NEWEST = 20


@dataclass
class Listed:
    """One page of the sitemap: where it is in each content language that holds it."""

    url_path: str
    language: str
    changed_at: datetime | None
    others: dict[str, str] = field(default_factory=dict)  # language -> url_path, its own included


def public_pages() -> QuerySet[Page]:
    """Return the live pages with a text of their own that everybody may read."""
    return visible_to(None, Page.objects.live().filter(alias_of=None, depth__gt=1))


def listed_pages() -> list[Listed]:
    """Return every public page with its renderings, in the order of the tree. Three queries at most, however many pages."""
    fields = ("translation_key", "locale__language_code", "url_path", "last_published_at")
    groups: dict[UUID, dict[str, str]] = defaultdict(dict)
    pages = []
    for key, language, url_path, changed_at in public_pages().order_by("path").values_list(*fields):
        groups[key][language] = url_path
        pages.append(Listed(url_path, language, changed_at, groups[key]))
    return pages


def newest(language: str) -> Iterable[Page]:
    """Return the public pages of a content language that came last, newest first."""
    pages = PageQuerySet(Page).filter(pk__in=public_pages().order_by().values("pk"), locale__language_code=language, depth__gt=2)
    return pages.order_by("-first_published_at", "-pk").specific()[:NEWEST]
