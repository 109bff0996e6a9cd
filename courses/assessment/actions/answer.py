"""Keeping an answer as it is given."""

from datetime import datetime
from typing import Any

from django.db import transaction

from courses.assessment.actions.finish import finish
from courses.assessment.choices import Refusal, Refused, Review
from courses.assessment.clock import is_over
from courses.assessment.models import Answer, Attempt
from courses.assessment.queries import quiz_with
from courses.assessment.rules import refusal
from courses.assessment.worth import fraction_of


def save_answer(*, attempt: Attempt, place: int, value: Any, now: datetime) -> Answer:
    """Keep the answer at this place; the same again changes nothing. Raises Refused, and Answer.DoesNotExist for a place that is none.

    `value`: as `Answer.value` has it, None takes the answer back. Where what was right is shown after each answer, it is graded now and
    stays. When the time is over, the attempt is handed in and the answer refused.
    """
    with transaction.atomic():
        answer, why = _saved(attempt, place, value, now)
    if why is not None:  # outside: what was handed in by the clock stays handed in
        raise Refused.because(why)
    return answer


def _saved(attempt: Attempt, place: int, value: Any, now: datetime) -> tuple[Answer, Refusal | None]:
    held = Attempt.objects.select_for_update(of=("self",)).select_related("enrolment__edition").get(pk=attempt.pk)
    answer = held.answers.select_related("version").get(place=place)
    if not held.is_open:
        return answer, Refusal.TIME if held.is_late else Refusal.FINISHED
    if is_over(held.ends_at, now):
        finish(attempt=held, now=now)
        return answer, Refusal.TIME
    quiz = quiz_with(held.quiz_key)
    if (why := refusal(held.enrolment, quiz)) is not None:
        return answer, why
    if answer.value == value:
        return answer, None
    if answer.fraction is not None:
        return answer, Refusal.SEEN
    answer.value, answer.answered_at = value, now if value is not None else None
    if quiz is not None and quiz.review == Review.NOW and value is not None:
        answer.fraction = fraction_of(answer.version, value)
    answer.save(update_fields=["value", "answered_at", "fraction"])
    return answer, None
