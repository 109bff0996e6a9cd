"""What harvesters ask of the rows: some hundred records at a time, always in two questions."""

from datetime import UTC, datetime
from uuid import UUID

from content.harvesting.models import HarvestRecord
from content.harvesting.protocol import Selection, Wrong, identifier_of
from content.harvesting.tokens import Place, token_of
from content.harvesting.writing import Header
from content.pages.speech import OWN_NAMES
from content.taxonomy.queries import country_names, theme_names

A_TIME = 100
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)


def earliest() -> datetime:
    """Return a moment before which nothing changed."""
    first = HarvestRecord.objects.order_by("changed_at").values_list("changed_at", flat=True).first()
    return first or BEGINNING


def one(host: str, key: UUID, language: str) -> Header:
    """Return one record, deleted or not. Raises Wrong where there never was one."""
    row = HarvestRecord.objects.filter(translation_key=key, language=language).prefetch_related("memberships").first()
    if row is None:
        raise Wrong("idDoesNotExist", "No record has this identifier.")
    return _header(host, row)


def page_of(host: str, place: Place) -> tuple[list[Header], str | None, int]:
    """Return the records after a place, the token that goes on ("" at the end, None where there was one piece), and the size of the list.

    Raises Wrong (noRecordsMatch) where a list has none from its beginning.
    """
    rows = HarvestRecord.objects.within(place.selection)
    total = place.total if place.given else rows.count()
    found = list(rows.after(place.changed_at, place.id).order_by("changed_at", "pk").prefetch_related("memberships")[: A_TIME + 1])
    if not found and not place.given:
        raise Wrong("noRecordsMatch", "No record answers this.")
    given, last = found[:A_TIME], found[:A_TIME][-1] if found else None
    token: str | None = "" if place.given else None
    if len(found) > A_TIME and last is not None:
        following = Place(
            place.verb, place.selection, last.changed_at, last.pk, place.given + len(given), max(total, place.given + len(found))
        )
        token = token_of(following)
    return [_header(host, row) for row in given], token, total


def beginning(verb: str, selection: Selection) -> Place:
    """Return the place before the first record of a list."""
    return Place(verb, selection, selection.since or datetime(1970, 1, 1, tzinfo=UTC), 0, 0, 0)


def all_sets() -> list[tuple[str, str]]:
    """Return every set and its English name; also those that are empty now."""
    languages = [(f"language-{code}", OWN_NAMES[code]) for code in ("pt", "en", "es", "fr")]
    themes = [(f"theme-{slug}", name) for slug, name in theme_names("en").items()]
    return [*languages, *themes, *((f"country-{code}", name) for code, name in country_names("en").items())]


def _header(host: str, row: HarvestRecord) -> Header:
    specs = sorted(one.spec for one in row.memberships.all())
    return Header(identifier_of(host, row.translation_key, row.language), row.changed_at, specs, row.is_deleted, row.dc)
