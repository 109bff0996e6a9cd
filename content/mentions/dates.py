"""Days named in prose ("12 de fevereiro de 2026", "February 12") and hours of the day ("14h30", "2.30 pm")."""

import re
from functools import cache
from typing import NamedTuple

from babel.dates import get_month_names

from content.mentions.spans import Mention, fold

READ_IN = ("pt", "en", "es", "fr")
CLOCK = re.compile(
    r"(?<![\w.,])(\d{1,2})(?:(?:[:.]|\s?h\s?)(\d{2})(?:\s*([ap])\.?m\b)?|\s*h\b|\s*([ap])\.?m\b)(?![\d.,]*\d|\s*(?:%|million|milh|mill))",
    re.IGNORECASE,
)
ISO = re.compile(r"(?<![\w-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?![\w-])")


class Day(NamedTuple):
    """A day of a month, with its year where it is written."""

    month: int
    day: int
    year: int | None = None


def find_days(text: str) -> list[Mention[Day]]:
    """Return the days whose month is written as a word, or that are written as 2026-02-12; 12/02 is not clear and is none."""
    folded, found = fold(text), []
    for match in _patterns().finditer(folded):
        named, at = (match["month"] or match["named"]), max(match.start("month"), match.start("named"))
        day, year = int(match["day"] or match["date"]), match["year"] or match["annum"]
        if 1 <= day <= 31 and (text[at].isupper() or len(named) > len("may")):
            value = Day(_months()[named], day, int(year) if year else None)
            found.append(Mention(match.start(), match.end(), text[match.start() : match.end()], value))
    for match in ISO.finditer(text):
        if 1 <= int(match[2]) <= 12 and 1 <= int(match[3]) <= 31:
            found.append(Mention(match.start(), match.end(), match[0], Day(int(match[2]), int(match[3]), int(match[1]))))
    return sorted(found, key=lambda mention: mention.start)


def find_hours(text: str) -> list[Mention[tuple[int, int]]]:
    """Return the hours of the day as (hour, minute) of twenty-four hours."""
    found = []
    for match in CLOCK.finditer(text):
        hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or match[4] or "").lower()
        hour = hour % 12 + (12 if half == "p" else 0) if half else hour
        if hour < 24 and minute < 60:
            found.append(Mention(match.start(), match.end(), match[0], (hour, minute)))
    return found


@cache
def _patterns() -> re.Pattern[str]:
    months = "|".join(sorted(_months(), key=len, reverse=True))
    ordinal, of, year = r"(?:st|nd|rd|th|er|º|\.º|o)?", "(?:de |del? |of )?", r"(?:19|20)\d{2}"
    return re.compile(
        rf"(?<![\w.,])(?P<day>\d{{1,2}}){ordinal}\s+{of}(?P<month>{months})\b\.?(?:,?\s*{of}(?P<year>{year})\b)?"
        rf"|(?<!\w)(?P<named>{months})\.?\s+(?P<date>\d{{1,2}})(?!\d){ordinal}\b(?:,?\s*(?P<annum>{year})\b)?"
    )


@cache
def _months() -> dict[str, int]:
    """Return the names of months in four languages, and the usual short ones of English, folded."""
    names = {}
    for language in READ_IN:
        names |= {fold(name): number for number, name in get_month_names("wide", locale=language).items()}
    return names | {fold(name).strip("."): number for number, name in get_month_names("abbreviated", locale="en").items() if number != 5}
