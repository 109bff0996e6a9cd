"""Ears for what is published: who may fetch a file is read off the pages that use it, and a reader does not wait for a job."""

from typing import Any

from django.db import transaction
from django.dispatch import receiver
from wagtail.models import Page, ReferenceIndex
from wagtail.signals import page_published


@receiver(page_published, dispatch_uid="downloads_published")
def on_published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Note what the page uses at once. Wagtail does so in a job, until whose turn new captions would be missing and old files open."""
    with transaction.atomic():
        ReferenceIndex.create_or_update_for_object(instance)
