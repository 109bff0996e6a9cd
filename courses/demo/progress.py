"""What the people of the demo have done so far in the edition that is under way."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from content.seeding.shaping import identity
from courses.assessment.actions import hand_in, save_answer, start_attempt
from courses.assessment.choices import Refused
from courses.assessment.models import Attempt, QuizPage
from courses.completion.actions import note_deed
from courses.completion.choices import Deed
from courses.enrolment.models import Enrolment
from courses.questions.choices import Kind

BETWEEN = timedelta(hours=5)
M1, M2 = "inspecao-cplp/m1-conceitos", "inspecao-cplp/m2-mandato"
UNITS = (f"{M1}/tres-perguntas", f"{M1}/ajuda-ou-trabalho", f"{M1}/convencao-138")
QUIZ, NEXT = f"{M1}/teste", f"{M2}/funcoes-poderes-deveres"
DONE = {"learner": 3, "moderator": 3, "reviewer": 1}  # units of the first module; who did all three took the quiz
RIGHT = {"learner": (2, 4), "moderator": (5,)}  # questions answered rightly, in each attempt


def live_through(*, enrolment: Enrolment, role: str, now: datetime) -> None:
    """Let one of the cast do what she has done so far: units, a quiz with a wrong try before the right one, the next module begun.

    Nothing happens after `now`. The caller asks for it once, in the transaction that lets her in.
    """
    at = min(enrolment.since or now, now - BETWEEN * 8)
    for key in UNITS[: DONE[role]]:
        at += BETWEEN
        for deed in (Deed.VIEWED, Deed.MARKED):
            note_deed(enrolment=enrolment, unit_key=identity(key), deed=deed, now=at)
    quiz = QuizPage.objects.live().filter(translation_key=identity(QUIZ)).order_by("pk").first()
    for right in RIGHT.get(role, ()) if quiz else ():
        at += BETWEEN
        _try(enrolment, quiz, right, at)
    if role == "learner":
        note_deed(enrolment=enrolment, unit_key=identity(NEXT), deed=Deed.VIEWED, now=at + BETWEEN)


def _try(enrolment: Enrolment, quiz: Any, right: int, at: datetime) -> None:
    """Take the quiz once, with so many right answers; the others are left empty."""
    try:
        attempt = start_attempt(enrolment=enrolment, quiz=quiz, now=at, chance=Random(right))  # noqa: S311 - the demo's order
    except Refused:  # an editor has emptied the quiz, or closed it
        return
    for answer in attempt.answers.select_related("version")[:right]:
        save_answer(attempt=attempt, place=answer.place, value=right_value(answer.version), now=at + timedelta(minutes=answer.place))
    hand_in(attempt=Attempt.objects.get(pk=attempt.pk), now=at + timedelta(minutes=9))


def right_value(version: Any) -> Any:
    """Return the whole right answer to a question that is chosen or matched."""
    if version.kind == Kind.MATCHING:
        return version.key["pairs"]
    rights = [id for id, weight in version.key["weights"].items() if weight > 0]
    return rights if version.kind == Kind.MULTIPLE else rights[0]
