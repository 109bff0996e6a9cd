"""The cohort, by three questions however many people and modules."""

from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, F, Max, OuterRef, Q

from courses.cohorts.choices import STUCK_DAYS, Cell
from courses.cohorts.standings import Plan, Row, square, stuck_since
from courses.completion.choices import Deed
from courses.completion.models import Happening, UnitProgress
from courses.editions.models import Edition
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment

BY_STAFF = [Deed.GRANTED, Deed.REVOKED]
NOTHING: tuple[()] = ()


def moment(edition: Edition, now: datetime) -> datetime:
    """Return the moment that the figures of an edition stand for: now, or when it was closed."""
    return min(now, edition.closed_at) if edition.closed_at else now


def cohort(*, edition: Edition, plans: list[Plan], now: datetime, days: int = STUCK_DAYS) -> list[Row]:
    """Return everybody who takes part, in no order, each as she stands at that moment; `days` without a deed make stuck."""
    now = moment(edition, now)
    counts, seen = _counts(edition, plans), _seen(edition)
    people = Enrolment.objects.active().filter(edition=edition).select_related("person")
    asked = people.annotate(completed_at=F("completion__completed_at"))
    return [_row(one, plans, counts.get(one.pk, NOTHING), seen.get(one.pk), days, now) for one in asked]


def _row(one: Any, plans: list[Plan], counts: tuple, told_at: datetime | None, days: int, now: datetime) -> Row:
    read_at, *given = counts or (None, *(0,) * (2 * len(plans)))
    seen_at = max((moment for moment in (read_at, told_at) if moment), default=None)
    pairs = zip(plans, given[::2], given[1::2], strict=True)
    squares = [square(plan, done, bool(begun), one.extra_days, now) for plan, done, begun in pairs]
    is_over = one.completed_at is not None
    late = () if is_over else tuple(plan.number for plan, held in zip(plans, squares, strict=True) if held.state == Cell.LATE)
    person = one.person
    return Row(
        pk=one.pk,
        uid=one.uid,
        person_id=one.person_id,
        name=person.get_full_name(),
        email=person.email,
        country=person.country,
        institution=person.institution,
        language=person.language,
        since=one.since,
        extra_days=one.extra_days,
        completed_at=one.completed_at,
        seen_at=seen_at,
        squares=tuple(squares),
        late=late,
        stuck_since=None if is_over else stuck_since(plans, squares, seen_at or one.since, days, now),
    )


def _counts(edition: Edition, plans: list[Plan]) -> dict[int, tuple]:
    """Return by enrolment when a unit was last open, then for each module how many of the units that count are done, how many were begun.

    A facilitator's mark is no sign of the learner: units that have one are left to the log.
    """
    marks = Happening.objects.filter(enrolment=OuterRef("enrolment"), unit_key=OuterRef("unit_key"), deed__in=BY_STAFF)
    named: dict[str, Any] = {"read_at": Max("last_at", filter=~Exists(marks))}
    for place, plan in enumerate(plans):
        named[f"done{place}"] = Count("pk", filter=Q(unit_key__in=plan.counted, done_at__isnull=False))
        named[f"begun{place}"] = Count("pk", filter=Q(unit_key__in=plan.units))
    rows = UnitProgress.objects.filter(enrolment__edition=edition, enrolment__state=State.ACTIVE)
    return {pk: tuple(held) for pk, *held in rows.values_list("enrolment").annotate(**named)}


def _seen(edition: Edition) -> dict[int, datetime]:
    """Return by enrolment the last deed of the learner herself."""
    rows = Happening.objects.filter(enrolment__edition=edition, enrolment__state=State.ACTIVE).exclude(deed__in=BY_STAFF)
    return dict(rows.values_list("enrolment").annotate(at=Max("at")))
