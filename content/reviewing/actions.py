"""What happens to a text on its way: sent, taken back, taken up, given back with remarks, accepted, published. On Wagtail's workflow,
whose own moments are the clock's; `now` is when our own rows were written.
"""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, TaskState, WorkflowState

from content.reviewing.choices import LONGEST, Stage, Step
from content.reviewing.models import Part, Remark, held
from content.reviewing.refusals import Refused
from content.reviewing.rules import can_publish, can_review, can_submit, can_take_back
from content.reviewing.signals import stage_changed


@transaction.atomic
def submit(*, page: Page, by: Any, now: datetime) -> WorkflowState:
    """Send the newest version of a page to review, also again after changes were asked for. Safe to call twice: what is under review
    stays there. Raises Refused.
    """
    page = _fresh(page)
    state = page.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_IN_PROGRESS:
        return state
    if not can_submit(by, page):
        raise Refused(_("Only its authors send a text to review."))
    if page.latest_revision_id is None:
        page.save_revision(user=by, clean=False)
    if state is not None:
        state.resume(user=by)
        return state
    workflow = page.get_workflow()
    if workflow is None:
        raise Refused(_("Nobody reviews texts here yet: an administrator has to set up the workflow."))
    return workflow.start(page, by)


@transaction.atomic
def take_back(*, page: Page, by: Any, now: datetime) -> None:
    """Take a page out of review: it is a draft again. Safe to call twice. Raises Refused."""
    page = _fresh(page)
    state = page.current_workflow_state
    if state is None:
        return
    if not can_take_back(by, page):
        raise Refused(_("Only its authors take a text back."))
    state.cancel(user=by)


@transaction.atomic
def take_up(*, page: Page, by: Any, now: datetime) -> Part:
    """Say that this reviewer looks at a page. Safe to call twice. Raises Refused."""
    page = _fresh(page)
    state = _round(page, by)
    is_first = not state.parts.exists()
    part, is_new = Part.objects.get_or_create(round=state, person=by, defaults={"taken_at": now})
    if is_new:
        log(page, Step.TAKE_UP, user=by, revision=state.revision, data={})
    if is_first:
        stage_changed.send(Page, page=page, stage=Stage.IN_REVIEW, by=by, comment="", now=now, round=state)
    return part


@transaction.atomic
def accept(*, page: Page, by: Any, comment: str = "", now: datetime) -> None:
    """Accept a page as one reviewer; with the last one that the task needs it goes on. Raises Refused."""
    take_up(page=page, by=by, now=now)
    _decide(_fresh(page), by, "approve", comment)


@transaction.atomic
def think_again(*, page: Page, by: Any, now: datetime) -> None:
    """Take one's own acceptance back while others have not decided. Safe to call twice. Raises Refused."""
    state = _round(_fresh(page), by)
    Part.objects.filter(round=state, person=by).update(accepted_at=None, comment="")


@transaction.atomic
def ask_changes(*, page: Page, by: Any, comment: str = "", now: datetime) -> None:
    """Give a page back to its authors: it is their turn until they send it again. Raises Refused.

    Open to reviewers, and to those who publish: what was accepted may turn out to lack something.
    """
    page = _fresh(page)
    if can_review(by, page):
        take_up(page=page, by=by, now=now)
    elif not can_publish(by, page):
        raise Refused(_("This text does not wait for your review."))
    _decide(page, by, "reject", comment)


@transaction.atomic
def publish(*, page: Page, by: Any, now: datetime) -> None:
    """Publish what reviewers accepted. Raises Refused."""
    page = _fresh(page)
    if not can_publish(by, page):
        raise Refused(_("This text does not wait for you to publish it."))
    _decide(page, by, "approve", "")


@transaction.atomic
def remark(*, page: Page, by: Any, text: str, field: str = "", now: datetime) -> Remark:
    """Say something of a field of a page under review, or of the whole; the authors see it at once. Raises Refused."""
    page = _fresh(page)
    if not (can_review(by, page) or can_publish(by, page)):
        raise Refused(_("This text does not wait for your review."))
    state = page.current_workflow_task_state
    return Remark.objects.create(
        translation_key=page.translation_key, locale_id=page.locale_id, round=state, field=field, text=_words(text), by=by, made_at=now
    )


@transaction.atomic
def answer_remark(*, remark: Remark, text: str, by: Any, now: datetime) -> Remark:
    """Write the authors' answer to a remark, or write it anew. The caller asks the rule. Raises Refused when nothing is said."""
    remark.answer, remark.answered_by, remark.answered_at = _words(text), by, now
    remark.save(update_fields=["answer", "answered_by", "answered_at"])
    return remark


@transaction.atomic
def settle(*, remark: Remark, by: Any, now: datetime) -> None:
    """Say that a remark is dealt with. Safe to call twice; the caller asks the rule."""
    Remark.objects.filter(pk=remark.pk, settled_at=None).update(settled_at=now)


@transaction.atomic
def forget_person(*, user: Any) -> None:
    """Take a person who leaves out of the rounds in which she took part; what she remarked stays, nobody's. Safe to call twice."""
    Part.objects.filter(person=user).delete()
    Remark.objects.filter(by=user).update(by=None)
    Remark.objects.filter(answered_by=user).update(answered_by=None)


def _fresh(page: Page) -> Page:
    """Return the page as it stands now, held until the transaction ends: what was at hand may be older than a decision, and of two people
    at the same moment one waits for the other.
    """
    return held(page.pk).specific


def _round(page: Page, by: Any) -> TaskState:
    if not can_review(by, page):
        raise Refused(_("This text does not wait for your review."))
    return page.current_workflow_task_state


def _decide(page: Page, by: Any, action: str, comment: str) -> None:
    state = page.current_workflow_task_state
    if state is None:
        raise Refused(_("Somebody has decided this meanwhile."))
    try:
        state.task.specific.on_action(state, by, action, comment=comment[:LONGEST])
    except PermissionDenied as no:
        raise Refused(str(no)) from no


def _words(text: str) -> str:
    if not (said := text.strip()):
        raise Refused(_("Write something first."))
    return said[:LONGEST]
