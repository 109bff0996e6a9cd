"""Ears: a page with known links that is published has them read again, so that a mended link leaves the desk at once."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from content.links import tasks
from content.links.models import Leading


@receiver([page_published, page_unpublished], dispatch_uid="links_published")
def on_published(instance: Page, **kwargs: Any) -> None:
    """Have the page read; one that leads nowhere yet is read with the weekly round."""
    rows = Leading.objects.filter(page_id=instance.pk)
    if not instance.alias_of_id and rows.exists():
        if instance.live:
            tasks.read_again.enqueue([instance.pk])
        else:
            rows.delete()
