"""A filled form as a kind of document that the importer makes a practice of."""

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content.importing.kind import DocumentKind, Nest
from content.mentions.numbers import find_numbers, words_for_numbers
from content.practices.actions import fill_facts
from content.practices.choices import PROSE
from content.practices.models import Acronym, LibraryPage, PracticePage
from content.questionnaire.filled import read_practice
from content.reading.words import visible
from content.sorting.landing import Landing

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


def hang(page: PracticePage, rows: Rows) -> None:
    """Put the facts of a form on a practice that is not saved yet."""
    codes = {name: [row["code"] for row in rows.get(name, [])] for name in ("themes", "targets", "instruments")}
    fill_facts(page=page, facts={**codes, **{name: rows.get(name, []) for name in ("countries", "amounts", "contacts", "materials")}})
    page.acronyms = [Acronym(**row) for row in rows.get("acronyms", [])]


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
