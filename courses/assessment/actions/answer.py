"""Keeping an answer as it is given."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from courses.assessment.actions.finish import finish, grade
from courses.assessment.actions.holding import hold
from courses.assessment.choices import Refusal, Refused, Review
from courses.assessment.clock import is_over
from courses.assessment.models import Answer, Attempt
from courses.assessment.queries import quiz_with
from courses.assessment.rules import refusal

MARGIN = timedelta(seconds=30)  # a slow line makes an answer arrive so much after it was given; nobody changes devices faster


def save_answer(
    *, attempt: Attempt, place: int, value: Any, now: datetime, given_at: datetime | None = None, known: str | None = None
) -> Answer:
    """Keep the answer at this place; the same again changes nothing. Raises Refused, and Answer.DoesNotExist for a place that is none.

    `known`: the `stamp` of the answer that its device knew of when it was given, None where somebody saw the page and pressed a button.
    Where another one was saved since, that one stays if it was given later than this (`given_at`).

    `value`: as `Answer.value` has it, None takes the answer back. Where what was right is shown after each answer, it is graded now and
    stays. When the time is over, the attempt is handed in and the answer refused.
    """
    with transaction.atomic():
        answer, why = _saved(attempt, place, value, now, given_at, known)
    if why is not None:  # outside: what was handed in by the clock stays handed in
        raise Refused.because(why)
    return answer


def _saved(
    attempt: Attempt, place: int, value: Any, now: datetime, given_at: datetime | None, known: str | None
) -> tuple[Answer, Refusal | None]:
    held = hold(attempt_id=attempt.pk)
    if held is None:
        raise Answer.DoesNotExist
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
    if known is not None and known != answer.stamp and answer.answered_at and given_at and answer.answered_at - given_at > MARGIN:
        return answer, Refusal.OVERTAKEN
    if answer.fraction is not None:
        return answer, Refusal.SEEN
    answer.value, answer.answered_at = value, now if value is not None else None
    if quiz is not None and quiz.review == Review.NOW and value is not None:
        grade(answers=[answer])
    answer.save(update_fields=["value", "answered_at", "fraction", "key"])
    return answer, None
