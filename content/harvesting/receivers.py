"""Ears for practices that come and go, for access, for moves and for the words of the taxonomy."""

from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import post_page_move

from content.audience.signals import access_changed
from content.harvesting.tasks import LATEST, tell_all_task, tell_task
from content.practices.models import PracticePage
from content.practices.signals import facts_spread, practice_published, practice_withdrawn
from content.taxonomy.signals import taxonomy_changed

KEEP = 60 * 60  # seconds


@receiver([practice_published, practice_withdrawn, facts_spread], dispatch_uid="harvesting_practice")
def on_practice(page: PracticePage, **kwargs: Any) -> None:
    """Have the practice looked at again, in the transaction that changes it."""
    tell_task.enqueue([str(page.translation_key)])


@receiver(taxonomy_changed, dispatch_uid="harvesting_taxonomy")
def on_all(**kwargs: Any) -> None:
    """Have all looked at. Of many changes one after the other, as when a table is edited, only the last one's job goes through all."""
    stamp = int(timezone.now().timestamp() * 1000)
    tell_all_task.enqueue("", stamp)
    transaction.on_commit(lambda: cache.set(LATEST, stamp, KEEP))


@receiver(access_changed, dispatch_uid="harvesting_access")
def on_access(translation_key: UUID, **kwargs: Any) -> None:
    """Have all looked at where practices stand at or below what was opened or closed."""
    paths = Page.objects.filter(translation_key=translation_key).values_list("path", flat=True)
    if any(_holds_practices(path) for path in paths):
        on_all()


@receiver(post_page_move, dispatch_uid="harvesting_moved")
def on_moved(instance: Page, **kwargs: Any) -> None:
    """Have all looked at where practices moved: their addresses, or who reads them, are others now."""
    if _holds_practices(instance.path):
        on_all()


def _holds_practices(path: str) -> bool:
    return PracticePage.objects.filter(path__startswith=path).exists()
