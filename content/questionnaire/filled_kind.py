"""A filled form as a kind of document that the importer makes a practice of."""

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content.importing.kind import DocumentKind, Nest
from content.mentions.numbers import find_numbers, words_for_numbers
from content.practices.choices import PROSE
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
from content.questionnaire.filled import read_practice
from content.reading.words import visible
from content.sorting.landing import Landing
from content.taxonomy.models import Country, Instrument, SdgTarget, Theme

LIBRARY = Nest(
    LibraryPage,
    ("practices",),
    {"pt": "Boas práticas", "en": "Good practices", "es": "Buenas prácticas", "fr": "Bonnes pratiques"},
)
COUNTRIES = re.compile(r"\b(\w+)\s+(?:countries|pa[ií]ses|pays)\b", re.IGNORECASE)
Rows = Mapping[str, list[dict[str, str]]]


def filled_kind() -> list[DocumentKind]:
    """Return the kind; a practice stands in the library of its language."""
    return [DocumentKind("practice", gettext_lazy("Good practice"), PracticePage, read_practice, (LIBRARY,), hang, remarks)]


def hang(rows: Rows) -> dict[str, list[Any]]:
    """Return the facts of a form as a practice's child rows. What the taxonomy does not hold is left out. Four queries."""
    countries = Country.objects.in_bulk([row["country"] for row in rows.get("countries", [])], field_name="iso2")
    themes = Theme.objects.in_bulk(_codes(rows, "themes"), field_name="slug")
    targets = SdgTarget.objects.in_bulk(_codes(rows, "targets"), field_name="code")
    instruments = Instrument.objects.in_bulk(_codes(rows, "instruments"), field_name="code")
    roles = [(countries[row["country"]], row["role"]) for row in rows.get("countries", []) if row["country"] in countries]
    return {
        "country_roles": [PracticeCountry(country=country, role=role) for country, role in dict.fromkeys(roles)],
        "theme_links": [PracticeTheme(theme=themes[code]) for code in _codes(rows, "themes") if code in themes],
        "target_links": [PracticeTarget(target=targets[code]) for code in _codes(rows, "targets") if code in targets],
        "instrument_links": [
            PracticeInstrument(instrument=instruments[code]) for code in _codes(rows, "instruments") if code in instruments
        ],
        "amounts": [PracticeAmount(**row) for row in rows.get("amounts", [])],
        "contacts": [PracticeContact(**row) for row in rows.get("contacts", [])],
        "materials": [PracticeMaterial(**row) for row in rows.get("materials", [])],
        "acronyms": [Acronym(**row) for row in rows.get("acronyms", [])],
    }


def _codes(rows: Rows, name: str) -> list[str]:
    return [row["code"] for row in rows.get(name, [])]


def remarks(landing: Landing, language: str) -> list[str]:
    """Return what an editor should know: another number of countries in the prose than in the list."""
    named = len({row["country"] for row in landing.rows.get("countries", [])})
    said = {number for key in PROSE for number in _countries_said(visible(landing.values.get(key, "")), language)}
    return [
        _("The text speaks of %(said)s countries; %(named)s are named.") % {"said": number, "named": named}
        for number in sorted(said)
        if number > named
    ]


def _countries_said(text: str, language: str) -> set[int]:
    """Return the numbers that stand right before the word for countries."""
    said = set()
    for part in re.findall(COUNTRIES, text):
        said |= {int(number.value) for number in find_numbers(part)} | words_for_numbers(part, language)
    return said
