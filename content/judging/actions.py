"""What reviewers do with a checklist: begin it, keep it, send it with a verdict, think again, lift a stop."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from content.judging.choices import LONGEST, Criterion, Verdict, shortfalls
from content.judging.models import Judgement, Mark, Note
from content.judging.queries import judgement_in, last_judgement
from content.judging.rules import can_judge, can_lift
from content.reviewing import actions as reviewing
from content.reviewing.refusals import Refused


@transaction.atomic
def begin(*, page: Page, by: Any, now: datetime) -> Judgement:
    """Take a practice up and open a checklist, filled in with what this reviewer wrote before. Safe to call twice. Raises Refused."""
    if not can_judge(by, page):
        raise Refused(_("This text does not wait for your review."))
    part = reviewing.take_up(page=page, by=by, now=now)
    judgement, is_new = Judgement.objects.get_or_create(
        round=part.round, reviewer=by, defaults={"translation_key": page.translation_key, "begun_at": now}
    )
    if is_new and (before := last_judgement(page.translation_key, by, judgement)):
        Mark.objects.bulk_create(
            Mark(judgement=judgement, criterion=mark.criterion, score=mark.score, remark=mark.remark) for mark in before.marks.all()
        )
    return judgement


@transaction.atomic
def keep(
    *, judgement: Judgement, scores: Mapping[str, int | None], remarks: Mapping[str, str], notes: Mapping[str, str], comment: str
) -> None:
    """Keep a checklist as far as it is filled in: scores and remarks by criterion, notes by field, words to the authors. What was sent
    stays as it is: raises Refused. Safe to call twice.
    """
    if _held(judgement).given_at:
        raise Refused(_("You have sent this checklist. Open it again to change it."))
    for criterion in Criterion.values:
        told = {"score": scores.get(criterion), "remark": remarks.get(criterion, "").strip()[:LONGEST]}
        Mark.objects.update_or_create(judgement=judgement, criterion=criterion, defaults=told)
    said = {field: text.strip()[:LONGEST] for field, text in notes.items() if text.strip()}
    judgement.notes.exclude(field__in=said).delete()
    for field, text in said.items():
        Note.objects.update_or_create(judgement=judgement, field=field, defaults={"text": text})
    judgement.comment = comment.strip()[:LONGEST]
    judgement.save(update_fields=["comment"])


@transaction.atomic
def give(*, page: Page, by: Any, verdict: Verdict, now: datetime) -> Judgement:
    """Send this reviewer's checklist with her verdict: the notes become remarks, and the practice goes on or back. Raises Refused, and
    then nothing is sent.
    """
    judgement = _hers(page, by)
    if judgement.given_at:
        raise Refused(_("You have sent this checklist. Open it again to change it."))
    if verdict == Verdict.ACCEPT and (found := shortfalls(judgement.scores)):
        raise Refused(" ".join([_("This practice cannot be accepted yet."), *found]))
    notes = list(judgement.notes.order_by("pk"))
    if verdict != Verdict.ACCEPT and not (judgement.comment or notes or any(mark.remark for mark in judgement.marks.all())):
        raise Refused(_("Say what is to be changed: to the authors, of a criterion or of a field."))
    judgement.verdict, judgement.given_at = verdict, now
    judgement.save(update_fields=["verdict", "given_at"])
    for note in notes:
        reviewing.remark(page=page, by=by, field=note.field, text=note.text, now=now)
        note.delete()
    if verdict == Verdict.ACCEPT:
        reviewing.accept(page=page, by=by, comment=judgement.comment, now=now)
    else:
        reviewing.ask_changes(page=page, by=by, comment=judgement.comment, now=now)
    return judgement


@transaction.atomic
def think_again(*, page: Page, by: Any, now: datetime) -> None:
    """Open a checklist again while its round goes on: it does not count until it is sent anew. Raises Refused."""
    judgement = _hers(page, by)
    judgement.verdict, judgement.given_at = "", None
    judgement.save(update_fields=["verdict", "given_at"])
    reviewing.think_again(page=page, by=by, now=now)


@transaction.atomic
def lift(*, judgement: Judgement, by: Any, now: datetime) -> None:
    """Say that a stop stands no longer. Safe to call twice. Raises Refused."""
    if judgement.lifted_at:
        return
    if not can_lift(by, judgement):
        raise Refused(_("Only who set a stop lifts it, or an administrator."))
    judgement.lifted_at, judgement.lifted_by = now, by
    judgement.save(update_fields=["lifted_at", "lifted_by"])


@transaction.atomic
def forget_person(*, user: Any) -> None:
    """Let the judgements of a person who leaves be nobody's: a stop that she set holds. Safe to call twice."""
    Judgement.objects.filter(reviewer=user).update(reviewer=None)
    Judgement.objects.filter(lifted_by=user).update(lifted_by=None)


def _hers(page: Page, by: Any) -> Judgement:
    """Return this reviewer's checklist of the round that goes on. Raises Refused."""
    judgement = judgement_in(page.current_workflow_task_state, by) if can_judge(by, page) else None
    if judgement is None:
        raise Refused(_("This text does not wait for your review."))
    return _held(judgement)


def _held(judgement: Judgement) -> Judgement:
    """Return the checklist as it stands now, held until the transaction ends: who presses twice sends once."""
    return Judgement.objects.select_for_update(no_key=True).get(pk=judgement.pk)
