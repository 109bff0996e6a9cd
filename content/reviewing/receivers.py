"""Ears: each step of Wagtail's workflow is announced and told by mail; a new library gets its workflow.

Four ears stand under the names that Wagtail gives its own: those would write to the same people again, and lead members into the admin.
"""

from datetime import datetime
from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_cancelled, workflow_rejected, workflow_submitted

from content.practices.models import LibraryPage, PracticePage
from content.practices.signals import practice_withdrawn
from content.reviewing import tasks
from content.reviewing.choices import Stage
from content.reviewing.models import PublicationTask
from content.reviewing.paving import lay_at
from content.reviewing.signals import stage_changed


@receiver(task_submitted, sender=TaskState, dispatch_uid="group_approval_task_submitted_email_notification")
def on_round_begun(instance: TaskState, user: Any = None, **kwargs: Any) -> None:
    """A round waits for its people: reviewers, or those who publish what reviewers accepted."""
    stage = Stage.ACCEPTED if isinstance(instance.task.specific, PublicationTask) else Stage.SUBMITTED
    _announce(instance.workflow_state, stage, user, instance)


@receiver(workflow_submitted, sender=WorkflowState, dispatch_uid="workflow_state_submitted_email_notification")
def on_submitted(**kwargs: Any) -> None:
    """Stay silent: the round that begins has told everybody."""


@receiver(workflow_rejected, sender=WorkflowState, dispatch_uid="workflow_state_rejected_email_notification")
def on_changes_asked(instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    """The authors have the text again."""
    _announce(instance, Stage.CHANGES, user, instance.current_task_state)


@receiver(workflow_approved, sender=WorkflowState, dispatch_uid="workflow_state_approved_email_notification")
def on_approved(instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    """What was accepted is on the site."""
    _announce(instance, Stage.PUBLISHED, user, instance.current_task_state)


@receiver(workflow_cancelled, sender=WorkflowState, dispatch_uid="reviewing_cancelled")
def on_cancelled(instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    """The text was taken back, or published past the review by those who may."""
    page, round = instance.content_object, instance.current_task_state
    at = page.last_published_at if isinstance(page, Page) and page.live else None  # imported pages know no moment
    is_past = at is not None and round is not None and at > round.started_at
    _announce(instance, Stage.PUBLISHED if is_past else Stage.DRAFT, user, round)


@receiver(practice_withdrawn, dispatch_uid="reviewing_withdrawn")
def on_withdrawn(page: PracticePage, **kwargs: Any) -> None:
    """A practice was taken off the site."""
    _send(page, Stage.WITHDRAWN, None, page.withdrawn_reason, None, timezone.now())


@receiver(stage_changed, dispatch_uid="reviewing_told")
def on_stage_changed(page: Page, stage: Stage, by: Any, comment: str, round: TaskState | None, **kwargs: Any) -> None:
    """Queue the mails, in the same transaction."""
    tasks.tell.enqueue(page.pk, stage.value, round.pk if round else None, by.pk if by else None, comment)


@receiver(post_save, sender=LibraryPage, dispatch_uid="reviewing_library_made")
def on_library_made(instance: LibraryPage, created: bool, **kwargs: Any) -> None:
    """Lay the workflow of good practices at a new library."""
    if created and not kwargs.get("raw") and not instance.alias_of_id:
        lay_at(instance)


def _announce(state: WorkflowState, stage: Stage, user: Any, round: TaskState | None) -> None:
    page = state.content_object
    if isinstance(page, Page):
        comment = round.comment if round and stage in (Stage.CHANGES, Stage.PUBLISHED) else ""
        _send(page.specific, stage, user, comment, round, timezone.now())


def _send(page: Page, stage: Stage, by: Any, comment: str, round: TaskState | None, now: datetime) -> None:
    stage_changed.send(type(page), page=page, stage=stage, by=by, comment=comment, now=now, round=round)
