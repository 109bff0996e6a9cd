"""Reading practices for the index, and the index itself."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from wagtail import hooks
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from content.audience.models import closed_paths
from content.practices.choices import PROSE
from content.practices.models import PracticeCountry, PracticeInstrument, PracticePage, PracticeTarget, PracticeTheme
from content.shelves.choices import CLOSED, OPEN
from content.shelves.models import ShelfPart, ShelfState
from content.shelves.reading import Facts, Wording
from content.shelves.sets import BitMap, union, unpacked

_LINKS: dict[str, Any] = {
    "country": PracticeCountry,
    "theme": PracticeTheme,
    "target": PracticeTarget,
    "instrument": PracticeInstrument,
}


def own_pages() -> QuerySet[PracticePage]:
    """Return the live practices in the languages in which they have a text of their own."""
    return PracticePage.objects.filter(live=True, alias_of=None)


def facts_of_all(keys: Collection[UUID]) -> dict[UUID, Facts]:
    """Return what the index has to know of these practices; one that is not live in any language is left out.

    About eight queries, however many. Where languages differ in a fact, the one that came out last is right.
    """
    pages = list(own_pages().filter(translation_key__in=keys).select_related("locale").order_by("last_published_at", "pk"))
    last = {page.translation_key: page for page in pages}
    linked = {facet: _linked(model, facet, [page.pk for page in last.values()]) for facet, model in _LINKS.items()} if last else {}
    closed = _closed(pages)
    adapted: set[UUID] = {key for ask in hooks.get_hooks("practices_adapted") for key in ask(list(last))}
    texts: dict[UUID, dict[str, Wording]] = defaultdict(dict)
    for page in pages:
        texts[page.translation_key][page.locale.language_code] = wording_of(page)
    return {
        key: Facts(
            texts=texts[key],
            level=CLOSED if key in closed else OPEN,
            linked={facet: found[page.pk] for facet, found in linked.items()},
            modality=page.modality,
            sector=page.sector,
            starts_year=page.starts_year,
            ends_year=page.ends_year,
            is_adapted=key in adapted,
        )
        for key, page in last.items()
    }


def _linked(model: Any, facet: str, pages: list[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for page, value in model.objects.filter(page__in=pages).values_list("page_id", f"{facet}_id"):
        found[page].add(value)
    return found


def _closed(pages: Iterable[Page]) -> set[UUID]:
    """Return the practices that strangers may not read: closed as soon as they are in one language."""
    paths = tuple(closed_paths())
    return {page.translation_key for page in pages if page.path.startswith(paths)}


def closed_keys() -> set[UUID]:
    """Return the live practices that strangers may not read."""
    paths = tuple(closed_paths())
    if not paths:
        return set()
    return {key for key, path in own_pages().values_list("translation_key", "path") if path.startswith(paths)}


def wording_of(page: PracticePage) -> Wording:
    """Return what a practice says, as plain text; contacts are no text."""
    told = (getattr(page, name) for name in PROSE)
    parts = [page.lead, page.author, page.institution, *(get_text_for_indexing(html) for html in told if html)]
    blocks = page._meta.get_field("building_blocks").get_searchable_content(page.building_blocks) if page.building_blocks else ()
    return Wording(page.title, page.summary, "\n".join(part for part in (*parts, *map(str, blocks)) if part.strip()))


def state() -> ShelfState:
    """Return the state of the index; one that nothing was ever put into is as new."""
    return ShelfState.objects.filter(pk=1).first() or ShelfState(pk=1)


def sets_named(names: Collection[str]) -> dict[str, BitMap]:
    """Return the sets of these shelves; shelves that there are not are left out. One query, none for no names."""
    if not names:
        return {}
    parts: dict[str, list[BitMap]] = defaultdict(list)
    for name, bits in ShelfPart.objects.filter(shelf__name__in=names).values_list("shelf__name", "bits"):
        parts[name].append(unpacked(bits))
    return {name: union(found) for name, found in parts.items()}
