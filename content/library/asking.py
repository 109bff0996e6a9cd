"""What is asked of the library, read from an address and written into one. Pure; never refuses: what means nothing finds nothing."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import QueryDict

from content.library.choices import FACETS, Sort

LONGEST = 200  # characters of a question
MOST_VALUES = 20  # of one facet
LONGEST_VALUE = 60
MOST_PAGES = 100_000
_PHRASE = re.compile(r'["“”„«»]([^"“”„«»]+)["“”„«»]')


@dataclass(frozen=True)
class Asked:
    """Words, values by facet, an order and a page. Values of one facet are alternatives, facets narrow one another."""

    text: str = ""
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = ""
    page: int = 1

    @classmethod
    def read(cls, given: QueryDict) -> "Asked":
        """Return what an address asks."""
        values = {facet: found for facet in FACETS if (found := _values(given.getlist(facet)))}
        sort = given.get("sort", "")
        return cls(_line(given.get("q", ""), LONGEST), values, sort if sort in Sort.values else "", _page(given.get("page", "")))

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is asked."""
        return bool(self.text or self.values)

    @property
    def order(self) -> str:
        """The order that is meant: with words the best first, else the newest."""
        if self.sort == Sort.RELEVANCE or not self.sort:
            return Sort.RELEVANCE if self.text else Sort.NEWEST
        return self.sort

    @property
    def phrases(self) -> list[str]:
        """What stands in quotes."""
        return [phrase.strip() for phrase in _PHRASE.findall(self.text) if phrase.strip()]

    @property
    def query(self) -> str:
        """The same question as part of an address, always in the same order; without the page."""
        made = QueryDict(mutable=True)
        if self.text:
            made["q"] = self.text
        for facet in FACETS:
            if self.values.get(facet):
                made.setlist(facet, list(self.values[facet]))
        if self.sort:
            made["sort"] = self.sort
        return made.urlencode()

    def with_value(self, facet: str, value: str) -> "Asked":
        """Return the question narrowed, or widened where the facet narrows it already, to this value too; from the first page."""
        held = self.values.get(facet, ())
        return self if value in held else self._with(facet, (*held, value))

    def only(self, facet: str, value: str) -> "Asked":
        """Return the question with this value alone in its facet."""
        return self._with(facet, (value,))

    def without(self, facet: str, value: str = "") -> "Asked":
        """Return the question without this value, or without the whole facet; `q` takes the words away."""
        if facet == "q":
            return replace(self, text="", page=1)
        return self._with(facet, tuple(other for other in self.values.get(facet, ()) if value and other != value))

    def alone(self, facet: str) -> "Asked":
        """Return the question with nothing but this facet (`q`: the words)."""
        values = {name: held for name, held in self.values.items() if name == facet}
        return replace(self, text=self.text if facet == "q" else "", values=values, page=1)

    def sorted_by(self, sort: str) -> "Asked":
        """Return the question in another order."""
        return replace(self, sort=sort, page=1)

    def _with(self, facet: str, values: tuple[str, ...]) -> "Asked":
        others = {name: held for name, held in self.values.items() if name != facet}
        return replace(self, values={**others, facet: values} if values else others, page=1)


def asked_by(query: str) -> Asked:
    """Return what a kept question asks."""
    return Asked.read(QueryDict(query))


def _values(given: Iterable[Any]) -> tuple[str, ...]:
    found = (_line(str(value), LONGEST_VALUE).casefold() for value in list(given)[:MOST_VALUES])
    return tuple(dict.fromkeys(value for value in found if value))


def _line(text: str, longest: int) -> str:
    printable = "".join(sign if sign.isprintable() else " " for sign in text[: 4 * longest])
    return " ".join(printable.split())[:longest].strip()


def _page(word: str) -> int:
    return min(max(int(word), 1), MOST_PAGES) if len(word) < 10 and word.isascii() and word.isdecimal() else 1
