"""Ears for practices that are published or sent to review. Rows of deleted pages go with them."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import WorkflowState
from wagtail.signals import workflow_submitted

from content.likeness.actions import sketch
from content.practices.models import PracticePage
from content.practices.signals import practice_published


@receiver(practice_published, dispatch_uid="likeness_published")
def on_published(page: PracticePage, **kwargs: Any) -> None:
    """Read the practice, in the transaction that publishes it: a few milliseconds, less than a job costs."""
    sketch(pages=[page.pk])


@receiver(workflow_submitted, sender=WorkflowState, dispatch_uid="likeness_submitted")
def on_submitted(instance: WorkflowState, **kwargs: Any) -> None:
    """Read what is sent to review, so that reviewers see a second one like it."""
    if isinstance(page := instance.content_object, PracticePage):
        sketch(pages=[page.pk])
