"""Handing in, by the learner or by the clock."""

from datetime import datetime

from django.db import transaction

from courses.assessment.actions.holding import hold
from courses.assessment.choices import Progress, Refused
from courses.assessment.clock import GRACE, is_over
from courses.assessment.models import Answer, Attempt
from courses.assessment.queries import keys_for, quiz_with
from courses.assessment.rules import refusal
from courses.assessment.signals import attempt_finished
from courses.assessment.worth import fraction_of, score_of

MOST_AT_ONCE = 200


@transaction.atomic
def hand_in(*, attempt: Attempt, now: datetime) -> Attempt:
    """Grade an attempt and close it; one that is closed is returned as it is. Raises Refused. Says `attempt_finished`."""
    held = hold(attempt_id=attempt.pk)
    if held is None or not held.is_open:
        return held or attempt
    if not is_over(held.ends_at, now) and (why := refusal(held.enrolment, quiz_with(held.quiz_key))) is not None:
        raise Refused.because(why)
    return finish(attempt=held, now=now)


def end_overdue(*, now: datetime) -> int:
    """Hand in what the clock ends: open attempts whose time and grace are over, also of those who left. Return how many."""
    due = Attempt.objects.under_way().filter(ends_at__lt=now - GRACE).order_by("ends_at").values_list("pk", flat=True)[:MOST_AT_ONCE]
    return sum(_ended(pk, now) for pk in list(due))


@transaction.atomic
def _ended(pk: int, now: datetime) -> bool:
    held = hold(attempt_id=pk)
    if held is None or not held.is_open:
        return False
    finish(attempt=held, now=now)
    return True


def grade(*, answers: list[Answer]) -> None:
    """Say of answers, not saved yet, what they are worth by the key that holds now, and which key that was."""
    keys = keys_for(answers)
    for answer in answers:
        key = keys[answer.pk]
        answer.fraction, answer.key = fraction_of(key, answer.value), key if key != answer.version else None


def finish(*, attempt: Attempt, now: datetime) -> Attempt:
    """Grade and close an attempt whose row is locked. One that the clock ends is finished when its time was over, not now."""
    answers = list(attempt.answers.select_related("version"))
    grade(answers=answers)
    Answer.objects.bulk_update(answers, ["fraction", "key"])
    attempt.is_late = is_over(attempt.ends_at, now)
    attempt.finished_at = min(now, attempt.ends_at) if attempt.ends_at else now
    attempt.progress = Progress.FINISHED
    attempt.score = min(score_of(answers), attempt.points)
    attempt.save(update_fields=["is_late", "finished_at", "progress", "score"])
    attempt_finished.send(sender=Attempt, attempt=attempt, now=now)
    return attempt
