"""The facts of a text that every translation of it must hold, whatever its words. No models but the names of countries."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from content.mentions.acronyms import find_acronyms
from content.mentions.addresses import find_mails, find_sites
from content.mentions.amounts import Sum, find_amounts
from content.mentions.dates import Day, find_days, find_hours
from content.mentions.numbers import find_numbers, find_years, words_for_numbers
from content.mentions.queries import countries_in
from content.mentions.spans import Mention, fold

AROUND = 40
Value = TypeVar("Value", bound=Hashable)


@dataclass(frozen=True)
class Facts:
    """What one language's text says, each value with the words around its first place. `numbers` and `years` stand by themselves;
    `every_number` are all in digits, `in_words` those in words."""

    language: str
    folded: str
    days: dict[Day, str]
    hours: dict[tuple[int, int], str]
    numbers: dict[Decimal, str]
    years: dict[int, str]
    sums: dict[Sum, str]
    countries: dict[str, str]
    names: dict[str, str]
    every_number: frozenset[Decimal]
    in_words: frozenset[int]


def facts_of(text: str, language: str) -> Facts:
    """Return the facts of a plain text. What is part of a day, an hour, a sum, a year or an address is no number besides."""
    days, hours, sums, numbers, years = find_days(text), find_hours(text), find_amounts(text), find_numbers(text), find_years(text)
    addresses = [*find_mails(text), *find_sites(text)]
    short = [Mention(at := text.find(name), at + len(name), name, name) for name in find_acronyms(text)]
    taken: list[Mention[Any]] = [*days, *hours, *sums, *addresses]
    return Facts(
        language=language,
        folded=fold(text),
        days=_first(text, days),
        hours=_first(text, hours),
        numbers=_first(text, _free(numbers, [*taken, *years])),
        years=_first(text, _free(years, taken)),
        sums=_first(text, sums),
        countries=_first(text, countries_in(text)),
        names=_first(text, [*short, *addresses]),
        every_number=frozenset(found.value for found in numbers),
        in_words=frozenset(words_for_numbers(text, language)),
    )


def _free(mentions: Iterable[Mention[Value]], taken: Sequence[Mention[Any]]) -> list[Mention[Value]]:
    return [found for found in mentions if not any(other.start <= found.start < other.end for other in taken)]


def _first(text: str, mentions: Iterable[Mention[Value]]) -> dict[Value, str]:
    """Return each value with the words around its first place."""
    found: dict[Value, str] = {}
    for mention in mentions:
        found.setdefault(mention.value, around(text, mention.start, mention.end))
    return found


def around(text: str, start: int, end: int) -> str:
    """Return a part of a text with some whole words of its paragraph before and behind it."""
    begin, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    first = text.rfind(" ", begin, start - AROUND) + 1 if start - begin > AROUND else begin
    last = text.find(" ", end + AROUND, stop)
    last = stop if last < 0 else last
    words = " ".join(text[max(first, begin) : last].split())
    return f"{'…' if first > begin else ''}{words}{'…' if last < stop else ''}"
