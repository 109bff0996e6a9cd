"""Ears of this room. They are connected before those of the pages: a page takes its key before it is sent to other languages."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published

from content.importing.actions import join_translation


@receiver(page_published, dispatch_uid="importing_published")
def on_published(instance: Page, **kwargs: Any) -> None:
    """Let a translation that was brought in take its alias's place."""
    join_translation(page=instance)
