"""Questions about forums: of a page, of a list, with the titles that readers know them by."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Case, F, Q, Value, When
from django.http import HttpRequest
from wagtail.models import Page

from content.audience import groups
from content.audience.rules import Reader
from content.pages.addresses import address, content_code
from forums.boards.models import Forum
from forums.boards.rules import visible_to

MOST_LISTED = 60


@dataclass(frozen=True)
class Place:
    """What readers call a forum and where its page is; `code` is the language of the title where it is not the reader's."""

    title: str
    url: str
    code: str


def forum_of(key: UUID, audience: str = "") -> Forum | None:
    """Return the forum of the page with this translation key, or None before its first topic."""
    return Forum.objects.of_page(key, audience).first()


def places(forums: Iterable[Forum], language: str, request: HttpRequest | None = None) -> dict[int, Place]:
    """Return the place of each forum by its id: one query however many, and one for the names of closed rounds.

    Forums whose page is gone are left out.
    """
    forums = list(forums)
    keys = {forum.key for forum in forums if forum.key}
    found: dict[UUID, Place] = {}
    pages = Page.objects.live().filter(translation_key__in=keys).select_related("locale", "alias_of__locale")
    for page in pages if keys else ():
        code = page.alias_of.locale.language_code if page.alias_of_id else page.locale.language_code
        is_own = page.locale.language_code == content_code(language)
        if is_own or page.translation_key not in found:
            found[page.translation_key] = Place(page.title, address(page.url_path, request), "" if code == content_code(language) else code)
    result = {}
    named = groups.names_of({forum.audience for forum in forums if forum.audience})
    for forum in forums:
        if forum.key is None:
            result[forum.pk] = Place(forum.title, "", "")
        elif forum.key in found:
            place = found[forum.key]
            group = named.get(forum.audience, "")
            result[forum.pk] = Place(f"{place.title} · {group}", place.url, place.code) if group else place
    return result


def listed(user: Reader) -> list[Forum]:
    """Return the forums that this person finds in the list: the general ones, then those in which somebody has written, liveliest first.

    One query; of the lively ones as many as `MOST_LISTED` leaves room for.
    """
    is_of_page = Case(When(key=None, then=Value(0)), default=Value(1))
    own_place = Case(When(key=None, then=F("pk")), default=Value(0))
    shown = visible_to(user).filter(Q(key=None) | Q(last_post_at__isnull=False))
    return list(shown.order_by(is_of_page, "rank", own_place, "-last_post_at", "-pk")[:MOST_LISTED])
