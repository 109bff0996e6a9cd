"""Which mails are due: found by dates and figures alone, so that looking every minute costs little."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Max, Q

from accounts.models import User
from courses.completion.queries import course_outline
from courses.editions.choices import Stage
from courses.editions.models import Edition, ModuleDates
from courses.enrolment.models import Enrolment
from courses.letters.choices import AHEAD, LATE_START, Letter
from courses.letters.clock import is_soon, is_start, last_day, monday_of, week_of
from courses.letters.queries.people import reachable
from courses.syllabus.moments import zone_named
from courses.syllabus.outlining import UnitOutline

DAY = timedelta(days=1)


class Due(NamedTuple):
    """A mail to write: to whom, of which kind, and the occasions that it tells of."""

    enrolment: int
    letter: Letter
    occasions: tuple[str, ...]


def due_letters(now: datetime, most: int) -> list[Due]:
    """Return some of the mails that are due now, at most `most`; those told before are not among them."""
    found: list[Due] = []
    for ask in (_starts, _weeks, _deadlines):
        for due in ask(now):
            found.append(due)
            if len(found) == most:
                return found
    return found


def _starts(now: datetime) -> Iterator[Due]:
    """Yield those whose edition begins today with them, and who were in before: who comes later was told when she came."""
    today = now.date()
    editions = Edition.objects.announced().filter(starts_on__gte=today - LATE_START - DAY, starts_on__lte=today + DAY)
    for row in reachable().filter(edition__in=editions).exclude(reminders__occasion="start"):
        begins = row.edition.starts_at
        if begins and row.since and row.since < begins and is_start(row.edition.starts_on, begins, _zone(row), now):  # type: ignore[arg-type]
            yield Due(row.pk, Letter.START, ("start",))


def _weeks(now: datetime) -> Iterator[Due]:
    """Yield those with whom it is Monday morning, in an edition that began before this week and is not over."""
    weeks = {zone: week for zone in _zones() if (week := week_of(zone_named(zone), now))}
    if not weeks:
        return
    today = now.date()
    under_way = Q(edition__ends_on=None) | Q(edition__ends_on__gte=today - DAY) | Q(extra_days__gt=0)
    begun = Q(edition__starts_on=None) | Q(edition__starts_on__lte=today)
    rows = reachable().filter(under_way, begun, person__time_zone__in=weeks)
    for row in rows.exclude(reminders__occasion__in={f"week:{week}" for week in weeks.values()}):
        begins, ends = row.edition.starts_at or row.since, row.deadline(row.edition.ends_at)
        is_begun = begins is not None and begins.astimezone(_zone(row)).date() < monday_of(_zone(row), now)
        if is_begun and (ends is None or now < ends):
            yield Due(row.pk, Letter.WEEK, (f"week:{weeks[row.person.time_zone]}",))


def _zones() -> set[str]:
    """Return the zones in which people take part in something."""
    people = User.objects.present().filter(pk__in=Enrolment.objects.active().filter(edition__stage=Stage.OPEN).values("person"))
    return set(people.order_by().values_list("time_zone", flat=True).distinct())


def _deadlines(now: datetime) -> Iterator[Due]:
    """Yield those who have units left that count, of what is due in two days: of modules, and of the whole course."""
    occasions: dict[int, list[str]] = defaultdict(list)
    today, longest = now.date(), _most_days()
    for dates in ModuleDates.objects.filter(edition__stage=Stage.OPEN, due_on__lte=today + AHEAD + DAY).select_related("edition"):
        module = course_outline(dates.edition.course_key, language="pt").module(dates.module_key)
        if module:
            for row, at in _behind(dates.edition, dates.due_on, module.units, longest, now):
                occasions[row.pk].append(f"due:{dates.module_key}:{at}")
    for edition in Edition.objects.announced().filter(ends_on__lte=today + AHEAD + DAY):
        course = course_outline(edition.course_key, language="pt")
        for row, at in _behind(edition, edition.ends_on, course.units, longest, now):
            occasions[row.pk].append(f"due:end:{at}")
    told = _told(occasions)
    for pk, found in occasions.items():
        if new := tuple(occasion for occasion in found if (pk, occasion) not in told):
            yield Due(pk, Letter.DUE, new)


def _most_days() -> dict[int, int]:
    """Return the most days that somebody was given in each edition, where anybody was: until then its deadlines are looked at."""
    rows = Enrolment.objects.active().filter(edition__stage=Stage.OPEN, extra_days__gt=0).order_by()
    return dict(rows.values_list("edition").annotate(Max("extra_days")))


def _behind(
    edition: Edition, day: date | None, units: Collection[UnitOutline], longest: dict[int, int], now: datetime
) -> Iterator[tuple[Enrolment, date]]:
    """Yield those who have some of these units left and for whom the end of this day comes soon, with its last day as they count it."""
    keys: list[UUID] = [unit.key for unit in units if unit.counts]
    moment = edition.day_ends(day)
    if not keys or moment is None or moment + timedelta(days=longest.get(edition.pk, 0)) <= now:
        return
    done = Count("units", filter=Q(units__unit_key__in=keys, units__done_at__isnull=False))
    for row in reachable().filter(edition=edition).annotate(done=done).filter(done__lt=len(keys)):
        due_at, zone = row.deadline(moment), _zone(row)
        if due_at and is_soon(due_at, zone, now):
            yield row, last_day(due_at, zone)


def _told(occasions: dict[int, list[str]]) -> set[tuple[int, str]]:
    """Return which of these were told before."""
    from_rows = Enrolment.objects.filter(pk__in=occasions, reminders__occasion__startswith="due:")
    return set(from_rows.values_list("pk", "reminders__occasion"))


def _zone(row: Enrolment) -> tzinfo:
    return zone_named(row.person.time_zone)
