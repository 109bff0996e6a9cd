"""Ears for what is published: pages of a kind that is discussed have a forum from then on."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published

from forums.boards.actions import open_forum


@receiver(page_published, dispatch_uid="boards_page_published")
def on_published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Open the forum of a page whose kind says `has_forum`; one for all its languages."""
    if getattr(instance, "has_forum", False):
        open_forum(key=instance.translation_key)
