"""Mails are written: each in one transaction with the row that says so."""

from datetime import datetime
from time import monotonic
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction

from courses.enrolment.models import Enrolment
from courses.letters.choices import PART_OF_TIME, PEOPLE_IN_A_JOB
from courses.letters.letter import context_of
from courses.letters.models import Reminder
from courses.letters.queries import Due, due_letters, reachable
from jobs.actions import enqueue
from mail.actions import write_from_template

TASK = "courses.letters.tasks.write_due"
TEMPLATE = "mail/courses_letter"


def queue_due(*, now: datetime) -> bool:
    """Queue a job where mails are due, also those that a killed job left. Returns whether there are any."""
    is_due = bool(due_letters(now, 1))
    if is_due:
        enqueue(path=TASK)
    return is_due


def write_due(*, now: datetime, seconds: float | None = None) -> int:
    """Write mails that are due, and queue the next job where there may be more. Returns how many were written.

    `seconds`: how long it goes on; by default a part of the time that a job has. Killed in the middle it loses and doubles nothing.
    """
    found, written, done = due_letters(now, PEOPLE_IN_A_JOB), 0, 0
    until = monotonic() + (settings.Q_CLUSTER["timeout"] * PART_OF_TIME if seconds is None else seconds)
    for due in found:
        written += write_letter(due=due, now=now)
        done += 1
        if monotonic() > until:
            break
    if written and (done < len(found) or done == PEOPLE_IN_A_JOB):
        enqueue(path=TASK)
    return written


def write_letter(*, due: Due, now: datetime) -> bool:
    """Write one mail and note its occasions. False where somebody was faster, or there is nothing to say: that is noted too, so that it
    is not looked at again.
    """
    row = reachable().filter(pk=due.enrolment).first()
    if row is None:
        return False
    try:
        return _write(row, due, context_of(row, due.letter, now), now)
    except IntegrityError:
        return False


@transaction.atomic
def _write(row: Enrolment, due: Due, context: dict[str, Any] | None, now: datetime) -> bool:
    held = set(Reminder.objects.filter(enrolment=row, occasion__in=due.occasions).values_list("occasion", flat=True))
    new = [occasion for occasion in due.occasions if occasion not in held]
    if not new:
        return False
    Reminder.objects.bulk_create([Reminder(enrolment=row, occasion=occasion, at=now) for occasion in new])
    if context is None:
        return False
    person = row.person
    write_from_template(
        to=person.email,
        kind=str(due.letter),
        template=TEMPLATE,
        context=context,
        language=person.language,
        person=person,
        headers={"X-Auto-Response-Suppress": "All"},
        now=now,
    )
    return True
