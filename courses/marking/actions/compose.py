"""What a quiz asks. Attempts under way keep what they were begun with. Each change is written down in the editions that are not closed."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from accounts.models import User
from courses.assessment.models import QuizItem, QuizPage
from courses.assessment.queries import course_key_of
from courses.editions.actions import note_act
from courses.editions.models import Edition
from courses.questions.models import Question


@transaction.atomic
def add_question(*, quiz: QuizPage, question: Question, by: User, now: datetime) -> QuizItem:
    """Ask this question at the end of the quiz; one that is asked already stays where it is."""
    items = _locked(quiz)
    held = next((item for item in items if item.question_id == question.pk), None)
    if held is not None:
        return held
    item = QuizItem.objects.create(quiz_key=quiz.translation_key, rank=_last(quiz) + 1, question=question)
    _note(quiz, "add", {"question": str(question.uid)}, by, now)
    return item


@transaction.atomic
def add_folder(*, quiz: QuizPage, folder: str, draw: int, by: User, now: datetime) -> QuizItem:
    """Draw so many questions from this folder at the end of the quiz; where it is drawn from already, only their number changes."""
    items = _locked(quiz)
    held = next((item for item in items if item.folder == folder), None)
    if held is None:
        held = QuizItem.objects.create(quiz_key=quiz.translation_key, rank=_last(quiz) + 1, folder=folder, draw=draw)
    elif held.draw == draw:
        return held
    else:
        held.draw = draw
        held.save(update_fields=["draw"])
    _note(quiz, "draw", {"folder": folder, "draw": draw}, by, now)
    return held


@transaction.atomic
def remove(*, quiz: QuizPage, item_id: int, by: User, now: datetime) -> None:
    """Ask it no longer; what is not there any more is left alone."""
    item = next((item for item in _locked(quiz) if item.pk == item_id), None)
    if item is not None:
        data = {"question": str(item.question.uid)} if item.question else {"folder": item.folder}
        item.delete()
        _note(quiz, "remove", data, by, now)


@transaction.atomic
def move(*, quiz: QuizPage, item_id: int, to: int, by: User, now: datetime) -> None:
    """Put an item at this place in the order, from 1; places beyond the ends are the ends. Doing it again changes nothing."""
    items = _locked(quiz)
    item = next((item for item in items if item.pk == item_id), None)
    if item is None:
        return
    others = [other for other in items if other.pk != item_id]
    place = min(max(to, 1), len(items)) - 1
    wanted = [*others[:place], item, *others[place:]]
    if wanted == items:
        return
    free = _last(quiz)
    for start in (free + 1, 1):  # first out of the way: no two items ever hold one rank
        for rank, row in enumerate(wanted, start=start):
            QuizItem.objects.filter(pk=row.pk).update(rank=rank)
    _note(quiz, "move", {"item": item_id, "to": place + 1}, by, now)


def _locked(quiz: QuizPage) -> list[QuizItem]:
    """Return the items in order; the quiz's own row is locked, so that two changes at once happen one after the other."""
    QuizPage.objects.select_for_update(of=("self",)).filter(translation_key=quiz.translation_key).order_by("pk").first()
    return list(QuizItem.objects.filter(quiz_key=quiz.translation_key).select_related("question"))


def _last(quiz: QuizPage) -> int:
    return QuizItem.objects.filter(quiz_key=quiz.translation_key).aggregate(last=Max("rank"))["last"] or 0


def _note(quiz: QuizPage, verb: str, data: dict[str, Any], by: User, now: datetime) -> None:
    key = course_key_of(quiz)
    data = {"quiz": str(quiz.translation_key), **data}
    for edition in Edition.objects.filter(course_key=key, closed_at=None).order_by("pk") if key else ():
        note_act(edition=edition, by=by, verb=f"marking.{verb}", data=data, now=now)
