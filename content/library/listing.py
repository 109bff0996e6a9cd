"""Practices as a list shows them: in the reader's language where they have it, else in one that they have."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from content.audience.rules import visible_to
from content.library.queries import Found
from content.pages.addresses import address, content_code
from content.practices.models import PracticePage
from content.search.excerpts import marked

NAMED = 4  # countries named in a list; more are counted
FIELDS = (
    "translation_key",
    "title",
    "summary",
    "url_path",
    "locale__language_code",
    "alias_of__locale__language_code",
    "starts_year",
    "ends_year",
    "is_demonstration",
    "first_published_at",
    "last_published_at",
)
ORDER = ("en", "pt", "es", "fr")


@dataclass(frozen=True)
class Row:
    """One practice: `code` is the language of its texts where it is not the reader's."""

    key: UUID
    url: str
    title: SafeString
    text: SafeString
    code: str
    countries: str
    period: str
    is_demonstration: bool
    plain_title: str
    plain_text: str
    published_at: Any
    changed_at: Any


def rows(found: Found, numbers: dict[UUID, int], request: HttpRequest | None = None, *, user: Any = None) -> list[Row]:
    """Return these practices in their order; one that was taken down a moment ago is left out. Three queries at most, however many."""
    here = content_code(found.values.language)
    reader = request.user if request else user
    chosen = _best(visible_to(reader, PracticePage.objects.filter(translation_key__in=list(numbers), live=True)).values(*FIELDS), here)
    countries = _countries(found, numbers.values()) if chosen else {}
    return [_row(chosen[key], countries.get(number, []), found, here, request) for key, number in numbers.items() if key in chosen]


def _best(pages: Iterable[dict[str, Any]], here: str) -> dict[UUID, dict[str, Any]]:
    """Return of each practice the page in the reader's language, else one with a text of its own."""
    found: dict[UUID, dict[str, Any]] = {}
    for page in sorted(pages, key=lambda page: _rank(page, here)):
        found.setdefault(page["translation_key"], page)
    return found


def _rank(page: dict[str, Any], here: str) -> tuple[bool, bool, int]:
    code = page["locale__language_code"]
    return code != here, page["alias_of__locale__language_code"] is not None, ORDER.index(code) if code in ORDER else len(ORDER)


def _countries(found: Found, numbers: Iterable[int]) -> dict[int, list[str]]:
    """Return the names of each practice's countries, from the sets that are in memory."""
    named: dict[int, list[str]] = defaultdict(list)
    wanted = list(numbers)
    for value in found.values.by_facet["country"].values():
        if held := found.memory.sets.get(value.parts[0]):
            for number in wanted:
                if number in held:
                    named[number].append(value.label)
    return named


def _row(page: dict[str, Any], countries: list[str], found: Found, here: str, request: HttpRequest | None) -> Row:
    code = page["alias_of__locale__language_code"] or page["locale__language_code"]
    stems = found.words.stems.get(code, []) if found.words else []
    return Row(
        key=page["translation_key"],
        url=address(page["url_path"], request),
        title=marked(page["title"], stems, code),
        text=marked(page["summary"], stems, code),
        code=code if code != here else "",
        countries=", ".join(countries) if len(countries) <= NAMED else _counted(len(countries)),
        period=_period(page["starts_year"], page["ends_year"]),
        is_demonstration=page["is_demonstration"],
        plain_title=page["title"],
        plain_text=page["summary"],
        published_at=page["first_published_at"],
        changed_at=page["last_published_at"],
    )


def _counted(number: int) -> str:
    return ngettext("%(number)s country", "%(number)s countries", number) % {"number": number}


def _period(first: int | None, last: int | None) -> str:
    return "–".join(dict.fromkeys(str(year) for year in (first, last) if year))
