"""What stands in a learner's calendar, and the same as a feed that calendars subscribe to (RFC 5545). Pure: no questions asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import groupby

from icalendar import Calendar, Event, vDuration

REFRESH = timedelta(hours=6)
PRODUCT = "-//SSTC Academy//Courses//EN"


@dataclass(frozen=True)
class Entry:
    """One moment of a course. `kind`: start, due, event or end; `key`: what it stays, whatever is changed; `url`: of the course or module.

    `ends_at` is `at` where it does not last. `link`: where an event is met. `changes` and `changed_at`: how often, and when last, staff
    changed the edition. `is_done`: nothing is left to do for it.
    """

    kind: str
    key: str
    at: datetime
    ends_at: datetime
    title: str
    course: str
    url: str = ""
    link: str = ""
    text: str = ""
    changes: int = 0
    changed_at: datetime | None = None
    is_done: bool = False

    def is_over(self, now: datetime) -> bool:
        """Whether it has passed."""
        return self.ends_at < now


def by_day(entries: Iterable[Entry], tz: tzinfo) -> list[tuple[date, list[Entry]]]:
    """Return entries in their order, by the day that it is then in this zone."""
    ordered = sorted(entries, key=lambda entry: (entry.at, entry.kind, entry.title))
    return [(day, list(some)) for day, some in groupby(ordered, key=lambda entry: entry.at.astimezone(tz).date())]


def feed(entries: Iterable[Entry], *, name: str, host: str, language: str) -> bytes:
    """Return a calendar of these entries: times in UTC, ids that stay, lines folded. The same entries give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", vDuration(REFRESH), {"VALUE": "DURATION"})
    for entry in sorted(entries, key=lambda entry: (entry.at, entry.key)):
        calendar.add_component(_event(entry, host, language))
    return bytes(calendar.to_ical())


def _event(entry: Entry, host: str, language: str) -> Event:
    event = Event()
    event.add("uid", f"{entry.key}@{host}")
    event.add("dtstamp", _utc(entry.changed_at or entry.at))
    event.add("sequence", entry.changes)
    event.add("dtstart", _utc(entry.at))
    if entry.ends_at > entry.at:
        event.add("dtend", _utc(entry.ends_at))
    event.add("summary", f"{entry.title} · {entry.course}" if entry.course else entry.title, {"language": language})
    if entry.text:
        event.add("description", entry.text)
    if address := entry.link or entry.url:
        event.add("url", address)
    if entry.link:
        event.add("location", entry.link)
    event.add("transp", "OPAQUE" if entry.kind == "event" else "TRANSPARENT")
    return event


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
