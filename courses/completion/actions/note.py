"""A deed is written down, and what follows from it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from accounts.models import User
from courses.completion.actions.complete import complete
from courses.completion.choices import Deed
from courses.completion.models import Happening, UnitProgress
from courses.completion.queries import course_outline, rules_of
from courses.completion.signals import unit_done
from courses.completion.summing import Summary, Told, summed
from courses.enrolment.models import Enrolment

ONCE = (Deed.VIEWED, Deed.MARKED)


@transaction.atomic
def note_deed(
    *,
    enrolment: Enrolment,
    unit_key: UUID,
    deed: str,
    now: datetime,
    token: str = "",
    data: dict[str, Any] | None = None,
    by: User | None = None,
    reason: str = "",
) -> UnitProgress:
    """Write down what happened to a unit, sum it up, and complete the course where its rule holds now. Returns the summary.

    The same token of the same deed is one deed, told twice or by two at once. Without one: opened and marked happen once, anything else
    once a moment. `data`: as `Happening` has it; `by` and `reason`: of a facilitator's mark. Announces `unit_done` when it becomes done.
    """
    lock(enrolment=enrolment)
    name = token or (deed if deed in ONCE else now.isoformat())
    _row, is_new = Happening.objects.get_or_create(
        enrolment=enrolment,
        unit_key=unit_key,
        deed=deed,
        token=name,
        defaults={"data": data or {}, "by": by, "reason": reason, "at": now},
    )
    kept = UnitProgress.objects.filter(enrolment=enrolment, unit_key=unit_key).first()
    if not is_new and kept is not None:
        return kept
    course = course_outline(enrolment.edition.course_key)
    told = told_of(rows=Happening.objects.filter(enrolment=enrolment, unit_key=unit_key))
    summary = summed(told, rules_of(course, [unit_key])[unit_key])
    was_done = kept is not None and kept.done_at is not None
    kept = keep_summary(enrolment=enrolment, unit_key=unit_key, summary=summary, kept=kept)
    if kept.done_at and not was_done:
        unit_done.send(sender=UnitProgress, enrolment=enrolment, unit_key=unit_key, now=now)
    complete(enrolment=enrolment, course=course, now=now)
    return kept


def lock(*, enrolment: Enrolment) -> None:
    """Let one deed of a person be summed up at a time; call within a transaction."""
    Enrolment.objects.select_for_update(no_key=True).filter(pk=enrolment.pk).values_list("pk").first()


def told_of(*, rows: Iterable[Happening]) -> list[Told]:
    """Return rows of the log as what is summed up."""
    return [Told(row.deed, row.at, row.token, row.data or {}) for row in rows]


def keep_summary(*, enrolment: Enrolment, unit_key: UUID, summary: Summary, kept: UnitProgress | None) -> UnitProgress:
    """Keep a summary; where she is, and when she was there last, never goes back."""
    row = kept or UnitProgress(enrolment=enrolment, unit_key=unit_key)
    row.first_at, row.done_at, row.percent, row.posts = summary.first_at, summary.done_at, summary.percent, summary.posts
    row.last_at = max(summary.last_at, row.last_at) if kept else summary.last_at
    row.save()
    return row
