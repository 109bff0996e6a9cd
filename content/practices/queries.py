"""Questions about practices: which ones somebody may read, and what they say as plain values."""

from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from content.audience.rules import Reader, visible_to
from content.practices.choices import FACT_FIELDS, FACT_LINKS, PROSE
from content.practices.fullness import Fullness, fullness
from content.practices.models import LibraryPage, PracticePage
from content.taxonomy.models import Country, Instrument, SdgTarget, Theme
from content.taxonomy.queries import codes

TEXTS = ("title", "lead", "summary", "author", "institution", *PROSE)
CODES: dict[str, tuple[str, type[Any], str]] = {  # of the links that lead to one row: name among the facts, model, its name outside
    "theme_links": ("themes", Theme, "slug"),
    "target_links": ("targets", SdgTarget, "code"),
    "instrument_links": ("instruments", Instrument, "code"),
}


class Keeper(NamedTuple):
    """The page that keeps the facts of a practice for all its languages."""

    pk: int
    language: str


def live_practices() -> QuerySet[PracticePage]:
    """Return the published practices, one row for each language that has a text of its own."""
    return PracticePage.objects.filter(live=True, alias_of=None)


def practices_seen_by(user: Reader) -> QuerySet[PracticePage]:
    """Return the published practices that this person may read."""
    return visible_to(user, live_practices())


def practice_of(translation_key: UUID | str, language: str) -> PracticePage | None:
    """Return the practice in this content language, draft or live, or None where it has no text of its own there."""
    pages = PracticePage.objects.filter(translation_key=translation_key, locale__language_code=language, alias_of=None)
    return pages.order_by("pk").first()


def library_of(language: str) -> LibraryPage | None:
    """Return the page below which the practices of a content language stand."""
    return LibraryPage.objects.filter(locale__language_code=language).order_by("path").first()


def keeper_of(translation_key: UUID | str) -> Keeper | None:
    """Return the page that keeps the facts: a live one, rather the original than a translation; None where there is none."""
    row = PracticePage(translation_key=translation_key).keeper_row()
    return Keeper(*row) if row else None


def facts_of(page: PracticePage) -> dict[str, list[Any]]:
    """Return what hangs on a practice as plain values, in the form that `write_practice` takes. Asked once for each object."""
    if "_facts" not in page.__dict__:
        page.__dict__["_facts"] = _facts(page)
    return dict(page.__dict__["_facts"])


def values_of(page: PracticePage) -> dict[str, Any]:
    """Return the texts and plain facts of a practice as plain values; acronyms and building blocks with them."""
    values: dict[str, Any] = {name: getattr(page, name) for name in (*TEXTS, *FACT_FIELDS)}
    values["acronyms"] = [{"short": row.short, "meaning": row.meaning} for row in page.acronyms.all()]
    values["building_blocks"] = [
        {"id": str(block.id), **{name: str(getattr(part, "source", part) or "") for name, part in block.value.items()}}
        for block in page.building_blocks
    ]
    return values


def fullness_of(page: PracticePage) -> Fullness:
    """Return how much of the form is answered, in per cent, and what is missing."""
    links = facts_of(page)
    named = {name: links[CODES[name][0] if name in CODES else "countries" if name == "country_roles" else name] for name in FACT_LINKS}
    return fullness({**{name: getattr(page, name) for name in (*TEXTS, *FACT_FIELDS)}, **named})


def _facts(page: PracticePage) -> dict[str, list[Any]]:
    iso2 = codes(Country, "iso2")
    facts: dict[str, list[Any]] = {
        "countries": [{"country": iso2[link.country_id], "role": link.role} for link in page.country_roles.all()],
    }
    for relation, (name, model, key) in CODES.items():
        known, field = codes(model, key), f"{relation.removesuffix('_links')}_id"
        facts[name] = [known[getattr(link, field)] for link in getattr(page, relation).all()]
    facts["amounts"] = [
        {"amount": f"{row.amount:f}".removesuffix(".00"), "currency": row.currency, "source": row.source} for row in page.amounts.all()
    ]
    facts["contacts"] = [
        {
            "name": row.name,
            "email": row.email,
            "address": row.address,
            "confirmed_on": row.confirmed_on.isoformat() if row.confirmed_on else "",
        }
        for row in page.contacts.all()
    ]
    facts["materials"] = [{"title": row.title, "address": row.address, "document": row.document_id} for row in page.materials.all()]
    facts["pictures"] = [{"picture": row.picture_id, "alt": row.alt} for row in page.pictures.all()]
    return facts
