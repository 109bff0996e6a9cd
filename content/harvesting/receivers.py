"""Ears for practices that come and go, for access, for moves and for the words of the taxonomy."""

from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone
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


@receiver([access_changed, post_page_move, taxonomy_changed], dispatch_uid="harvesting_all")
def on_all(**kwargs: Any) -> None:
    """Have all looked at: any of them may be read by others now, stand elsewhere, or have a theme of another name.

    Of many changes one after the other, as when a table is edited, only the last one's job goes through all.
    """
    stamp = int(timezone.now().timestamp() * 1000)
    tell_all_task.enqueue("", stamp)
    transaction.on_commit(lambda: cache.set(LATEST, stamp, KEEP))
