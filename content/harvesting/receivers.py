"""Ears for practices that come and go, for access, for moves and for the words of the taxonomy."""

from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import post_page_move

from content.audience.signals import access_changed
from content.harvesting.tasks import tell_all_task, tell_task
from content.practices.models import PracticePage
from content.practices.signals import facts_spread, practice_published, practice_withdrawn
from content.taxonomy.signals import taxonomy_changed


@receiver([practice_published, practice_withdrawn, facts_spread], dispatch_uid="harvesting_practice")
def on_practice(page: PracticePage, **kwargs: Any) -> None:
    """Have the practice looked at again, in the transaction that changes it."""
    tell_task.enqueue([str(page.translation_key)])


@receiver(post_delete, sender=PracticePage, dispatch_uid="harvesting_deleted")
def on_deleted(instance: PracticePage, **kwargs: Any) -> None:
    """As if withdrawn; an alias was never told of."""
    if instance.alias_of_id is None:
        on_practice(page=instance)


@receiver([access_changed, post_page_move, taxonomy_changed], dispatch_uid="harvesting_all")
def on_all(**kwargs: Any) -> None:
    """Have all looked at: any of them may be read by others now, stand elsewhere, or have a theme of another name."""
    tell_all_task.enqueue()
