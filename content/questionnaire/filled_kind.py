"""A filled form as a kind of document that the importer makes a practice of."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content.importing.kind import DocumentKind, Nest
from content.likeness.queries import alike
from content.practices.actions import fill_facts
from content.practices.choices import PROSE
from content.practices.counting import other_numbers
from content.practices.models import Acronym, LibraryPage, PracticePage
from content.questionnaire.filled import read_practice
from content.reading.words import visible
from content.sorting.landing import Landing

LIBRARY = Nest(
    LibraryPage,
    ("practices",),
    {"pt": "Boas práticas", "en": "Good practices", "es": "Buenas prácticas", "fr": "Bonnes pratiques"},
)
Rows = Mapping[str, list[dict[str, str]]]


def filled_kind() -> list[DocumentKind]:
    """Return the kind; a practice stands in the library of its language."""
    return [DocumentKind("practice", gettext_lazy("Good practice"), PracticePage, read_practice, (LIBRARY,), hang, remarks)]


def hang(page: PracticePage, rows: Rows) -> None:
    """Put the facts of a form on a practice that is not saved yet."""
    codes = {name: [row["code"] for row in rows.get(name, [])] for name in ("themes", "targets", "instruments")}
    fill_facts(page=page, facts={**codes, **{name: rows.get(name, []) for name in ("countries", "amounts", "contacts", "materials")}})
    page.acronyms = [Acronym(**row) for row in rows.get("acronyms", [])]


def remarks(landing: Landing, language: str, user: Any) -> list[str]:
    """Return what an editor should know: practices that are very like this one, and another number of countries in the prose."""
    texts = [landing.values.get(key, "") for key in PROSE]
    near = alike(title=landing.values["title"], text=" ".join(visible(text) for text in texts), language=language, user=user)
    named = len({row["country"] for row in landing.rows.get("countries", [])})
    return [
        *(_("Very like a practice that is here already: “%(title)s”.") % {"title": one.title} for one in near),
        *(
            _("The text speaks of another number of countries than the %(named)s that are named: “%(words)s”.")
            % {"named": named, "words": said.words}
            for said in other_numbers(texts, named)
        ),
    ]
