"""Progress is summed up anew from the log."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from courses.completion.actions.complete import complete
from courses.completion.actions.note import keep_summary, lock, told_of
from courses.completion.models import Happening, UnitProgress
from courses.completion.queries import completable, course_outline, progress_of, rules_of
from courses.completion.standing import is_reached
from courses.completion.summing import Summary, summed
from courses.editions.models import Edition
from courses.enrolment.models import Enrolment


class Difference(NamedTuple):
    """What was stored of a unit and person, and what the log says; `unit_key` None: of the completion."""

    enrolment: UUID
    unit_key: UUID | None
    stored: str
    told: str


def rebuild(*, of: Edition | Enrolment, now: datetime, is_dry: bool = False) -> list[Difference]:
    """Sum up the log of an edition, or of one who takes part, anew. Returns what differed; `is_dry`: changes nothing.

    Where she is reading (`place`, and a later `last_at`) is hers, not the log's: it stays. A completion is added where the rule of the
    course holds for one who takes part in an open edition, never taken away. Each person is a transaction of her own.
    """
    rows: Iterable[Enrolment] = of.enrolments.select_related("edition").order_by("pk") if isinstance(of, Edition) else [of]
    return [difference for enrolment in rows for difference in _rebuild_one(enrolment, now, is_dry)]


@transaction.atomic
def _rebuild_one(enrolment: Enrolment, now: datetime, is_dry: bool) -> list[Difference]:
    """Sum up one person's log anew."""
    lock(enrolment=enrolment)
    course = course_outline(enrolment.edition.course_key)
    logs: dict[UUID, list[Happening]] = defaultdict(list)
    for row in Happening.objects.filter(enrolment=enrolment):
        logs[row.unit_key].append(row)
    kept = progress_of(enrolment)
    rules = rules_of(course, logs)
    found: list[Difference] = []
    for key in sorted({*logs, *kept}):
        summary = summed(told_of(rows=logs[key]), rules[key]) if key in logs else None
        stored = kept.get(key)
        if _of_row(stored) != _of_summary(summary, stored):
            found.append(Difference(enrolment.uid, key, _words(_of_row(stored)), _words(_of_summary(summary, stored))))
            if not is_dry:
                _store(enrolment, key, summary, stored)
    return found + _completion(enrolment, now, is_dry)


def _completion(enrolment: Enrolment, now: datetime, is_dry: bool) -> list[Difference]:
    """Add a completion that is missing; what a dry run would have changed first is not seen by it."""
    course = course_outline(enrolment.edition.course_key)
    is_due = is_reached(course, progress_of(enrolment)) and completable().filter(pk=enrolment.pk).exists()
    if not is_due:
        return []
    if not is_dry:
        complete(enrolment=enrolment, course=course, now=now)
    return [Difference(enrolment.uid, None, "not completed", "completed")]


def _store(enrolment: Enrolment, key: UUID, summary: Summary | None, stored: UnitProgress | None) -> None:
    """Keep what the log says; a summary without a log goes."""
    if summary is None:
        UnitProgress.objects.filter(enrolment=enrolment, unit_key=key).delete()
    else:
        keep_summary(enrolment=enrolment, unit_key=key, summary=summary, kept=stored)


def _of_row(row: UnitProgress | None) -> Summary | None:
    """Return what is stored."""
    return Summary(row.first_at, row.last_at, row.done_at, row.percent, row.posts) if row else None


def _of_summary(summary: Summary | None, stored: UnitProgress | None) -> Summary | None:
    """Return what would be stored: with the moment of reading where that is later."""
    if summary is None or stored is None:
        return summary
    return summary._replace(last_at=max(summary.last_at, stored.last_at))


def _words(summary: Summary | None) -> str:
    """Return a summary in one line, for operators."""
    if summary is None:
        return "nothing"
    done = f"done {summary.done_at:%Y-%m-%d %H:%M:%S}" if summary.done_at else "not done"
    return f"{done}, {summary.percent if summary.percent is not None else '–'} %, {summary.posts} posts"
