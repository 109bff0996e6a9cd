"""Ears: a new version of the terms or of the privacy notice, once published, is put before every member."""

from typing import Any

from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published

from accounts.actions import raise_notice
from content.pages.models import ArticlePage
from content.standing.reading import VERSIONED


@receiver(page_published, sender=ArticlePage, dispatch_uid="standing_published")
def on_published(instance: ArticlePage, **kwargs: Any) -> None:
    """Raise the notice: the same version again, in whichever language, changes nothing."""
    if instance.notice in VERSIONED and instance.notice_version and not instance.alias_of_id:
        raise_notice(kind=instance.notice, version=instance.notice_version, now=timezone.now())
