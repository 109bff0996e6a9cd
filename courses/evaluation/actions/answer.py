"""A learner answers once; who she is and what she says part here."""

from datetime import datetime
from typing import Any

from django.db import transaction

from courses.editions.models import Edition
from courses.enrolment.models import Enrolment
from courses.evaluation.asking import cleaned, default_questions, sorted_box
from courses.evaluation.hiding import LEAST
from courses.evaluation.models import AnswerBox, Questionnaire, Respondent
from courses.evaluation.rules import can_answer


@transaction.atomic
def answer(*, enrolment: Enrolment, given: dict[str, Any], now: datetime) -> bool:
    """Put her answers among the others, and note that she answered. Returns False where she had already: the first ones stay.

    They wait, unread, until there are five to be counted together. Nothing is written that leads from one to the other: the row that
    bears her name has neither time nor order, the answers are no row of their own. Raises ValueError where she may not answer, and
    for answers that answer nothing.
    """
    edition = Edition.objects.select_for_update(no_key=True).get(pk=enrolment.edition_id)
    enrolment.edition = edition
    if not can_answer(enrolment, now):
        raise ValueError("not open to this person now")
    if Respondent.objects.filter(enrolment=enrolment).exists():
        return False
    sheet, _made = Questionnaire.objects.get_or_create(edition=edition, defaults={"questions": default_questions()})
    kept = cleaned(sheet.questions or default_questions(), given)
    if not kept:
        raise ValueError("nothing was answered")
    box, _made = AnswerBox.objects.get_or_create(questionnaire=sheet)
    waiting = sorted_box([*box.waiting, kept])
    if len(waiting) >= LEAST:
        box.counted, waiting = sorted_box([*box.counted, *waiting]), []
    box.waiting = waiting
    box.save(update_fields=["counted", "waiting"])
    Respondent.objects.create(enrolment=enrolment)
    return True
