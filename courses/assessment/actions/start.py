"""Beginning an attempt, once however often it is asked for."""

from datetime import datetime
from decimal import Decimal
from random import Random, SystemRandom

from django.db import transaction

from courses.assessment import gate, queries
from courses.assessment.actions.finish import finish
from courses.assessment.actions.holding import hold
from courses.assessment.choices import Refusal, Refused
from courses.assessment.clock import is_over, limit_at
from courses.assessment.drawing import drawn, order_of
from courses.assessment.models import Answer, Attempt, QuizPage
from courses.assessment.rules import refusal
from courses.enrolment.models import Enrolment
from courses.questions.models import QuestionVersion


@transaction.atomic
def start_attempt(
    *, enrolment: Enrolment, quiz: QuizPage, now: datetime, number: int | None = None, chance: Random | None = None
) -> Attempt:
    """Return the attempt that is open, or begin one. Raises Refused.

    `number`: which attempt the page offered; one with this number is returned as it stands, so a POST that comes twice begins none. An
    open one whose time is over is handed in and returned.
    """
    held = Enrolment.objects.select_for_update(of=("self",)).select_related("edition", "person").get(pk=enrolment.pk)
    before = list(queries.attempts_of(held, quiz.translation_key))
    same = next((row for row in before if row.is_open or row.number == number), None)
    if same is not None:
        is_due = same.is_open and is_over(same.ends_at, now)
        return finish(attempt=hold(attempt_id=same.pk) or same, now=now) if is_due else same
    if (why := refusal(held, quiz)) is not None:
        raise Refused.because(why)
    if quiz.attempts_max is not None and len(before) >= quiz.attempts_max:
        raise Refused.because(Refusal.USED_UP)
    if said := gate.sentence(held, quiz, now):
        raise Refused(said, "gate")
    return _begin(held, quiz, len(before) + 1, now, chance or SystemRandom())


def _begin(enrolment: Enrolment, quiz: QuizPage, number: int, now: datetime, chance: Random) -> Attempt:
    versions = _versions(quiz, chance)
    if not versions:
        raise Refused.because(Refusal.EMPTY)
    attempt = Attempt.objects.create(
        enrolment=enrolment,
        quiz_key=quiz.translation_key,
        number=number,
        started_at=now,
        ends_at=limit_at(now, quiz.minutes_limit, gate.more_percent(enrolment)),
        pass_percent=quiz.pass_percent,
        points=sum((version.points for version in versions), Decimal(0)),
    )
    Answer.objects.bulk_create(
        Answer(
            attempt=attempt,
            place=place,
            question_id=version.question_id,
            version=version,
            order=order_of(version.kind, version.shape, chance),
        )
        for place, version in enumerate(versions, start=1)
    )
    return attempt


def _versions(quiz: QuizPage, chance: Random) -> list[QuestionVersion]:
    """Return the newest version of each question that this attempt asks, in its order."""
    items = list(queries.items_of(quiz.translation_key))
    pools = {item.folder: list(queries.pool_of(item.folder).values_list("pk", flat=True)) for item in items if item.folder}
    usable = [item for item in items if item.question is None or not item.question.is_retired]
    slots = [(item.question_id, pools.get(item.folder, []), item.draw) for item in usable]
    asked = drawn(slots, is_shuffled=quiz.is_shuffled, chance=chance)
    newest: dict[int, QuestionVersion] = {}
    for version in QuestionVersion.objects.filter(question__in=asked).defer("texts").order_by("number"):
        newest[version.question_id] = version
    return [newest[pk] for pk in asked if pk in newest]
