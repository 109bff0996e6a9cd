"""Ears: what is published, taken down or deleted stands differently to its translations."""

from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from content.translations import tasks


@receiver([page_published, page_unpublished], dispatch_uid="translations_published")
def on_published(instance: Page, **kwargs: Any) -> None:
    """Have the languages of the page looked at; aliases follow their source and are no text."""
    if not instance.alias_of_id:
        tasks.look.enqueue(str(instance.translation_key))


@receiver(post_delete, sender=Page, dispatch_uid="translations_deleted")
def on_deleted(instance: Page, **kwargs: Any) -> None:
    """Have what is left of the page looked at."""
    tasks.look.enqueue(str(instance.translation_key))
