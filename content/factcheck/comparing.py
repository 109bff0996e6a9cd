"""Two languages of one text held against each other: what stands in one of them only."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from content.factcheck.choices import Sort
from content.factcheck.facts import Facts
from content.mentions.dates import Day
from content.mentions.spans import fold
from content.taxonomy.queries import country_names

STEM = 5


@dataclass(frozen=True)
class Difference:
    """A fact that one language's text has and another's has not. `there` is what the other says in its place, where it says something."""

    sort: Sort
    language: str
    words: str
    missing_in: str
    there: str = ""


def differences(one: Facts, other: Facts) -> list[Difference]:
    """Return what differs, dates first; a fact that both name, each in its own way, does not."""
    return [*_days(one, other), *_one_sided(one, other), *_one_sided(other, one)]


def _days(one: Facts, other: Facts) -> Iterator[Difference]:
    """Give the days of which one text has no such day, or the same day with no or another year."""
    for here, there in ((one, other), (other, one)):
        for day, words in here.days.items():
            if day in there.days:
                continue
            twin = _twin(day, there)
            if twin is None:
                yield Difference(Sort.DAY, here.language, words, there.language)
            elif day.year is not None and (twin.year is None or here is one):
                yield Difference(Sort.YEAR if twin.year is None else Sort.DAY, here.language, words, there.language, there.days[twin])


def _twin(day: Day, there: Facts) -> Day | None:
    return next((other for other in there.days if (other.month, other.day) == (day.month, day.day)), None)


def _one_sided(here: Facts, there: Facts) -> Iterator[Difference]:
    """Give what stands here and not there, passing over what the other writes otherwise."""
    spoken = {day.year for day in (*here.days, *there.days)}
    for value, words in here.hours.items():
        if value not in there.hours and Decimal(f"{value[0]}.{value[1]:02}") not in there.every_number:
            yield Difference(Sort.HOUR, here.language, words, there.language)
    for year, words in here.years.items():
        if Decimal(year) not in there.every_number and year not in spoken:
            yield Difference(Sort.YEAR, here.language, words, there.language)
    for total, words in here.sums.items():
        if total not in there.sums:
            yield Difference(Sort.SUM, here.language, words, there.language, _same_money(total.currency, there))
    for number, words in here.numbers.items():
        if number not in there.every_number and number not in there.in_words and number > 1:
            yield Difference(Sort.NUMBER, here.language, words, there.language)
    for code, words in here.countries.items():
        if code not in there.countries and not _speaks_of(code, there):
            yield Difference(Sort.COUNTRY, here.language, words, there.language)
    for name, words in here.names.items():
        if ("@" in name or "." in name) and fold(name) not in there.folded:
            yield Difference(Sort.NAME, here.language, words, there.language)


def _same_money(currency: str, there: Facts) -> str:
    return next((words for total, words in there.sums.items() if total.currency == currency), "")


def _speaks_of(code: str, there: Facts) -> bool:
    """Say whether a text has a word that begins like the country's name in its language: "Brazilian" for Brazil."""
    name = fold(country_names(there.language).get(code, ""))
    return len(name) >= STEM and name[:STEM] in there.folded
