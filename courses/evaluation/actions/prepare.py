"""A questionnaire is changed before anybody has answered."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from courses.editions.actions import note_act
from courses.editions.models import Edition
from courses.evaluation.asking import CHOICE, KINDS, MOST
from courses.evaluation.models import Questionnaire
from courses.evaluation.queries import is_answered


@transaction.atomic
def change_questionnaire(*, edition: Edition, questions: list[dict[str, Any]], opens_on: date | None, by: User, now: datetime) -> bool:
    """Keep what an edition asks and from which day on. Returns whether anything was another before.

    Raises ValueError once somebody has answered, in a closed edition, and for questions that are none: without words, of an unknown
    kind, with an id twice, a choice with fewer than two answers, none at all or more than 30.
    """
    held = Edition.objects.select_for_update(no_key=True).get(pk=edition.pk)
    if held.is_closed or is_answered(held):
        raise ValueError("a questionnaire that was answered does not change")
    if not 1 <= len(questions) <= MOST or len({question["id"] for question in questions}) < len(questions):
        raise ValueError("a questionnaire has 1 to 30 questions, each with an id of its own")
    if not all(_is_whole(question) for question in questions):
        raise ValueError("a question has words, a known kind, and a choice at least two answers")
    sheet, is_new = Questionnaire.objects.get_or_create(edition=held, defaults={"questions": questions, "opens_on": opens_on})
    if not is_new and sheet.questions == questions and sheet.opens_on == opens_on:
        return False
    sheet.questions, sheet.opens_on = questions, opens_on
    sheet.save(update_fields=["questions", "opens_on"])
    data = {"questions": len(questions), "opens_on": opens_on.isoformat() if opens_on else None}
    note_act(edition=held, by=by, verb="evaluation.change", data=data, now=now)
    return True


def _is_whole(question: dict[str, Any]) -> bool:
    choices = question["choices"]
    is_choice = question["kind"] == CHOICE
    worded = all(any(choice["words"].values()) for choice in choices)
    return question["kind"] in KINDS and any(question["words"].values()) and worded and (len(choices) >= 2 if is_choice else not choices)
