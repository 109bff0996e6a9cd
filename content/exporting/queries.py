"""Practices read as records: many at once, in the same few questions however many."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import override
from wagtail import hooks

from content.exporting.record import Part, Place, Record, Term
from content.pages.addresses import address, full
from content.practices.choices import FORM, LICENCES, PROSE, Modality, Role, Sector
from content.practices.models import (
    PracticeAmount,
    PracticeContact,
    PracticeCountry,
    PracticeInstrument,
    PracticeMaterial,
    PracticePage,
    PracticeTarget,
    PracticeTheme,
)
from content.taxonomy.models import Instrument, SdgTarget
from content.taxonomy.queries import country_names, region_names, regions_above, remembered, theme_names

A_TIME = 200  # records read at once
Rows = dict[int, list[Any]]


def records_of(pages: Sequence[PracticePage]) -> list[Record]:
    """Return the records of these pages, in their order. Ten questions, however many pages."""
    facts, held = _facts([page.pk for page in pages]), _renderings({page.translation_key for page in pages})
    adapted = adapted_among({page.translation_key for page in pages})
    return [_record(page, facts, held[page.translation_key], adapted) for page in pages]


def record_of(page: PracticePage) -> Record:
    """Return the record of one page."""
    return records_of([page])[0]


def records_in_turn(ids: Iterable[int]) -> Iterator[Record]:
    """Yield the records of the pages with these ids, in their order, some hundred read at a time. Vanished pages are left out."""
    batch: list[int] = []
    for id in ids:
        batch.append(id)
        if len(batch) == A_TIME:
            yield from _batch(batch)
            batch = []
    if batch:
        yield from _batch(batch)


def _batch(ids: list[int]) -> list[Record]:
    found = PracticePage.objects.filter(pk__in=ids, live=True).select_related("locale").in_bulk()
    return records_of([found[id] for id in ids if id in found])


def adapted_among(keys: Collection[UUID]) -> set[UUID]:
    """Return those practices that have been adapted (hook `practices_adapted`)."""
    return {key for ask in hooks.get_hooks("practices_adapted") for key in ask(keys)}


def _facts(ids: list[int]) -> dict[str, Rows]:
    def rows(model: Any, *names: str) -> Rows:
        found: Rows = defaultdict(list)
        for page, *values in model.objects.filter(page__in=ids).order_by("sort_order", "pk").values_list("page_id", *names):
            found[page].append(values)
        return found

    return {
        "countries": rows(PracticeCountry, "country__iso2", "role"),
        "themes": rows(PracticeTheme, "theme__slug"),
        "targets": rows(PracticeTarget, "target__code"),
        "instruments": rows(PracticeInstrument, "instrument__code"),
        "amounts": rows(PracticeAmount, "amount", "currency", "source"),
        "contacts": rows(PracticeContact, "name", "email", "address"),
        "materials": _materials(ids),
    }


def _materials(ids: list[int]) -> Rows:
    found: Rows = defaultdict(list)
    for row in PracticeMaterial.objects.filter(page__in=ids).select_related("document").order_by("sort_order", "pk"):
        where = full(row.document.url) if row.document else row.address
        found[row.page_id].append((row.title or where, where))
    return found


def _renderings(keys: Collection[UUID]) -> dict[UUID, dict[str, str]]:
    held: dict[UUID, dict[str, str]] = defaultdict(dict)
    live = PracticePage.objects.filter(translation_key__in=keys, live=True, alias_of=None)
    for key, code, url_path in live.values_list("translation_key", "locale__language_code", "url_path"):
        held[key][code] = full(address(url_path, language=code))
    return held


def _record(page: PracticePage, facts: dict[str, Rows], held: dict[str, str], adapted: Collection[UUID]) -> Record:
    code = page.locale.language_code
    own = {name: rows.get(page.pk, []) for name, rows in facts.items()}
    with override(code):
        return Record(
            key=page.translation_key,
            language=code,
            **{name: getattr(page, name) for name in ("title", "author", "institution", "summary", "rendering", "translator")},
            parts=tuple(
                Part(one.key, str(one.label), getattr(page, one.key)) for one in FORM if one.key in PROSE and getattr(page, one.key)
            ),
            **_terms(own, code),
            modality=_chosen(Modality, page.modality),
            sector=_chosen(Sector, page.sector),
            years=(page.starts_year, page.ends_year),
            amounts=tuple((f"{amount:.2f}", currency, source) for amount, currency, source in own["amounts"]),
            contacts=tuple(tuple(row) for row in own["contacts"]) if page.contacts_consent else (),
            materials=tuple(own["materials"]),
            licence=Term(page.licence, page.get_licence_display()),
            licence_address=LICENCES.get(page.licence, ""),  # type: ignore[call-overload]
            original_language=page.original_language or code,
            published_at=page.first_published_at,
            changed_at=page.last_published_at,
            address=full(address(page.url_path, language=code)),
            others={other: where for other, where in held.items() if other != code},
            is_adapted=page.translation_key in adapted,
            is_withdrawn=not page.live,
        )


def _terms(own: dict[str, Any], code: str) -> dict[str, Any]:
    countries, themes, regions = country_names(code), theme_names(code), region_names(code)
    targets, instruments = _names(SdgTarget, code), _names(Instrument, code)
    above = regions_above()
    codes = dict.fromkeys(region for iso2, _role in own["countries"] for region in above.get(iso2, []))
    return {
        "places": tuple(Place(iso2, countries.get(iso2, iso2), role, str(Role(role).label)) for iso2, role in own["countries"]),
        "regions": tuple(Term(region, regions.get(region, region)) for region in codes),
        "themes": tuple(Term(slug, themes.get(slug, slug)) for (slug,) in own["themes"]),
        "targets": tuple(Term(target, targets.get(target, target)) for (target,) in own["targets"]),
        "instruments": tuple(Term(one, instruments.get(one, one)) for (one,) in own["instruments"]),
    }


def _names(model: Any, code: str) -> dict[str, str]:
    return remembered(f"{model.__name__}:{code}", lambda: {row.code: row.name_in(code) for row in model.objects.all()})


def _chosen(choices: Any, value: str) -> Term:
    return Term(value, str(choices(value).label)) if value else Term("", "")
