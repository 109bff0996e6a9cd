"""Dates and times as documents write them. A year that is not written is never invented."""

import datetime
import re
from dataclasses import dataclass
from functools import cache

from babel.dates import get_day_names, get_month_names

READ_IN = ("pt", "en", "es", "fr")
CLOCK = r"(\d{1,2})(?:\s*[.:h]\s*(\d{2})(?!\d)|\s*h\b|(?=\s*[ap]\.?m\b))(?:\s*([ap])\.?m\b\.?)?"
TIMES = re.compile(
    rf"(?:\b(?:from|between|das|de las|de|entre)\s+)?(?<!\d){CLOCK}\s*(?:-|–|—|to|until|à|a|às|as|até|hasta|a las)\s*{CLOCK}(?!\d)",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
DAY = re.compile(r"(?<![\d.:])(\d{1,2})(?:st|nd|rd|th|er|º|\.º|o)?(?![\d.:h])", re.IGNORECASE)
WORDY = re.compile(r"[^\W\d_]+")
EDGES = " ,;:–—-·|"
JOINING = "a am at de del dia do du date data fecha día el em en feira le of on the um à às er st nd rd th"
MOST_CHARACTERS = 160
MOST_OTHER_WORDS = 2


@dataclass(frozen=True)
class When:
    """A date line taken apart. `date` is None where the source leaves the year, or anything else, open."""

    date_words: str
    time_words: str
    rest: str
    date: datetime.date | None
    starts: datetime.time | None
    ends: datetime.time | None
    is_weekday_wrong: bool = False


def read_when(text: str) -> When | None:
    """Return what a line says of day and hour, or None where it is no such line."""
    if len(text) > MOST_CHARACTERS:
        return None
    found = next((times for times in TIMES.finditer(text) if _clock(times, 1) and _clock(times, 4)), None)
    before, after = (text[: found.start()], text[found.end() :]) if found else (text, "")
    dated, rest = (before, after) if _month(before) else (after, before)
    if not _month(dated) or _is_prose(dated) or not DAY.search(YEAR.sub(" ", dated)):
        return None if not found or len(text) > len(found[0]) + 12 else When("", found[0], before.strip(EDGES), None, *_both(found))
    date, is_wrong = _date(dated)
    starts, ends = _both(found) if found else (None, None)
    return When(dated.strip(EDGES), found[0].strip() if found else "", rest.strip(EDGES), date, starts, ends, is_wrong)


def _both(found: re.Match[str]) -> tuple[datetime.time | None, datetime.time | None]:
    return _clock(found, 1), _clock(found, 4)


def _clock(found: re.Match[str], first: int) -> datetime.time | None:
    """Return the time of day in three groups from `first`: hours, minutes, a or p."""
    hours, minutes, half = int(found[first]), int(found[first + 1] or 0), (found[first + 2] or "").lower()
    if half and not 1 <= hours <= 12:
        return None
    hours = hours % 12 + (12 if half == "p" else 0) if half else hours
    return datetime.time(hours, minutes) if hours < 24 and minutes < 60 else None


def _date(text: str) -> tuple[datetime.date | None, bool]:
    """Return the one full date in `text`, and whether the weekday named beside it is another one."""
    years, days = YEAR.findall(text), DAY.findall(YEAR.sub(" ", text))
    months = {_months()[word] for word in WORDY.findall(text.casefold()) if word in _months()}
    if len(years) != 1 or len(days) != 1 or len(months) != 1:
        return None, False
    try:
        date = datetime.date(int(years[0]), months.pop(), int(days[0]))
    except ValueError:
        return None, False
    named = {_weekdays()[word] for word in re.findall(r"[^\W\d_]+(?:-feira)?", text.casefold()) if word in _weekdays()}
    return date, bool(named) and date.weekday() not in named


def _is_prose(text: str) -> bool:
    """Say whether the text has more words than a date needs."""
    known = {*JOINING.split()} | _months().keys() | {part for day in _weekdays() for part in day.split("-")}
    return sum(word not in known for word in WORDY.findall(text.casefold())) > MOST_OTHER_WORDS


def _month(text: str) -> int | None:
    return next((_months()[word] for word in WORDY.findall(text.casefold()) if word in _months()), None)


@cache
def _months() -> dict[str, int]:
    """Return the names of months in four languages."""
    return {name.casefold(): number for language in READ_IN for number, name in get_month_names("wide", locale=language).items()}


@cache
def _weekdays() -> dict[str, int]:
    """Return the names of weekdays in four languages, Monday 0."""
    return {name.casefold(): number for language in READ_IN for number, name in get_day_names("wide", locale=language).items()}
