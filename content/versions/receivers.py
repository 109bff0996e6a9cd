"""Ears: a practice that was published becomes a version; facts that came from another language make one, too."""

from typing import Any

from django.dispatch import receiver
from django.utils import timezone

from content.practices.models import PracticePage
from content.practices.signals import facts_spread, practice_published
from content.versions.actions import keep_version


@receiver(practice_published, dispatch_uid="versions_published")
def on_published(page: PracticePage, **kwargs: Any) -> None:
    """Keep what was published, and who published it."""
    revision = page.live_revision
    keep_version(page=page, by=revision.user if revision else None, now=page.last_published_at or timezone.now())


@receiver(facts_spread, dispatch_uid="versions_facts_spread")
def on_facts_spread(page: PracticePage, **kwargs: Any) -> None:
    """Keep what a published text says now that its facts have changed."""
    if page.live:
        keep_version(page=page, by=None, now=timezone.now())
