"""Practices for tests: the library of four languages in a few queries, and practices put into it."""

from datetime import UTC, datetime
from itertools import count
from typing import Any

from content.media.models import Paper
from content.pages.models import HomePage
from content.practices.models import (
    Acronym,
    LibraryPage,
    PracticeAmount,
    PracticeContact,
    PracticeCountry,
    PracticeInstrument,
    PracticeMaterial,
    PracticePage,
    PracticeTarget,
    PracticeTheme,
)
from content.taxonomy.models import Country, Instrument, SdgTarget, Theme
from tests.factories.content import LANGUAGES, page_below

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PROSE = ("objectives", "cooperation", "effectiveness", "innovation", "results", "adaptability", "sustainability", "funding")
_number = count(1)


def library(language: str = "pt") -> LibraryPage:
    """Return the library of a language; all four are planted, as renderings of one another, where they are missing."""
    if not LibraryPage.objects.exists():
        first = None
        for code in LANGUAGES:
            home = HomePage.objects.get(locale__language_code=code)
            made = page_below(home, LibraryPage, title=f"Library {code}", slug="practices", **({"translation_of": first} if first else {}))
            first = first or made
    return LibraryPage.objects.get(locale__language_code=language)


def practice(
    title: str = "",
    *,
    language: str = "pt",
    countries: str | list[str] = "BR MZ",
    themes: str | list[str] = "labour-inspection",
    targets: str | list[str] = "",
    instruments: str | list[str] = "",
    amounts: tuple[tuple[Any, str, str], ...] = (),
    contacts: tuple[dict[str, Any], ...] = (),
    materials: tuple[tuple[str, str | Paper], ...] = (),
    acronyms: dict[str, str] | None = None,
    live: bool = True,
    is_indexed: bool = False,
    **fields: Any,
) -> PracticePage:
    """Put a practice into the library of a language without revision, signals or jobs.

    `countries` as "BR MZ" (taking part) or "BR:offering MZ:requesting"; themes, targets, instruments by slug or code; other
    fields as the page has them (`translation_key`, `starts_year`, `modality`, `objectives` …). `translation_of` makes it a rendering.
    """
    number = next(_number)
    if "translation_of" not in fields:
        fields.setdefault("slug", f"practice-{number}")
    if live:
        fields.setdefault("first_published_at", NOW)
        fields.setdefault("last_published_at", NOW)
    return page_below(
        library(language),
        PracticePage,
        is_indexed=is_indexed,
        title=title or f"Practice {number}",
        live=live,
        has_unpublished_changes=not live,
        country_roles=[_role(word) for word in _words(countries)],
        theme_links=[PracticeTheme(theme=Theme.objects.get(slug=slug)) for slug in _words(themes)],
        target_links=[PracticeTarget(target=SdgTarget.objects.get(code=code)) for code in _words(targets)],
        instrument_links=[PracticeInstrument(instrument=Instrument.objects.get(code=code)) for code in _words(instruments)],
        amounts=[PracticeAmount(amount=amount, currency=currency, source=source) for amount, currency, source in amounts],
        contacts=[PracticeContact(**contact) for contact in contacts],
        materials=[_material(label, what) for label, what in materials],
        acronyms=[Acronym(short=short, meaning=meaning) for short, meaning in (acronyms or {}).items()],
        **fields,
    )


def whole(title: str = "", **fields: Any) -> PracticePage:
    """Put a practice in which every question of the form is answered, as `practice` does."""
    answers = {name: f"<p>{name.capitalize()}: " + "words of the practice told in full " * 8 + "</p>" for name in PROSE}
    answers |= {"summary": "What it is, in a few words that say enough. " * 3, "author": "Inês Mutombo", "institution": "Inspeção-Geral"}
    answers |= {"starts_year": 2019, "ends_year": 2023, "modality": "south-south", "sector": "agriculture", "contacts_consent": True}
    facts: dict[str, Any] = {
        "targets": "8.7",
        "instruments": "C138 C182",
        "amounts": ((150000, "USD", "RBTC"),),
        "contacts": ({"name": "Office", "email": "office@example.org", "address": "https://example.org/"},),
        "materials": (("Guide", "https://example.org/guide"),),
    }
    return practice(title, **(facts | answers | fields))


def _words(named: str | list[str]) -> list[str]:
    return named.split() if isinstance(named, str) else named


def _role(word: str) -> PracticeCountry:
    iso2, _colon, role = word.partition(":")
    return PracticeCountry(country=Country.objects.get(iso2=iso2), role=role or "taking-part")


def _material(label: str, what: str | Paper) -> PracticeMaterial:
    return PracticeMaterial(title=label, **({"address": what} if isinstance(what, str) else {"document": what}))
