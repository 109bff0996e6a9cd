"""What stands against accepting a practice, asked by every way of accepting: the reviewers' screens and the editor alike."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState

from content.judging.choices import Verdict, shortfalls
from content.judging.queries import judgement_in, standing_stops
from content.judging.rules import is_judged
from content.reviewing.models import ReviewTask


def objection(page: Page, round: TaskState, user: Any) -> str | None:
    """Return why this person cannot accept or publish this practice now, or None: a stop stands, or her own checklist is not sent, or
    its scores are too low. Two reviewers each fill in one of their own; the rule holds for each.
    """
    if not is_judged(page):
        return None
    if standing_stops(page.translation_key):
        return _("A reviewer has stopped this practice: a child or a complainant could be recognised.")
    if not isinstance(round.task.specific, ReviewTask):
        return None
    judgement = judgement_in(round, user)
    if judgement is None or judgement.verdict != Verdict.ACCEPT:
        return _("Fill in the checklist of criteria first.")
    return " ".join(shortfalls(judgement.scores)) or None
