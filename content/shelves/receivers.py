"""Ears for practices that come and go, for access, and for the taxonomy."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import post_page_move

from content.audience.models import Access
from content.practices.models import PracticePage
from content.practices.signals import practice_published, practice_withdrawn
from content.shelves.actions import hide, note_taxonomy, set_levels
from content.shelves.tasks import shelve_task
from content.taxonomy.signals import taxonomy_changed


@receiver(practice_published, dispatch_uid="shelves_published")
def on_published(page: PracticePage, **kwargs: Any) -> None:
    """Have the practice read, in the transaction that publishes it."""
    shelve_task.enqueue([str(page.translation_key)])


@receiver(practice_withdrawn, dispatch_uid="shelves_withdrawn")
def on_withdrawn(page: PracticePage, **kwargs: Any) -> None:
    """Take the practice out of sight at once where no language of it is left, and have the rest tidied."""
    hide(key=page.translation_key)
    shelve_task.enqueue([str(page.translation_key)])


@receiver(post_delete, sender=PracticePage, dispatch_uid="shelves_deleted")
def on_deleted(instance: PracticePage, **kwargs: Any) -> None:
    """As if withdrawn; an alias was never on a shelf."""
    if instance.alias_of_id is None:
        on_withdrawn(page=instance)


@receiver([post_save, post_delete], sender=Access, dispatch_uid="shelves_access")
def on_access(**kwargs: Any) -> None:
    """Put practices where their readers are told, in the same transaction."""
    set_levels()


@receiver(post_page_move, dispatch_uid="shelves_moved")
def on_moved(**kwargs: Any) -> None:
    """A place in the tree decides who reads."""
    set_levels()


@receiver(taxonomy_changed, dispatch_uid="shelves_taxonomy")
def on_taxonomy(**kwargs: Any) -> None:
    """Let names, regions and groups be asked for anew."""
    note_taxonomy()
