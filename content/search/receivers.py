"""Ears for what is published and taken down. Rows of deleted pages go with them."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from content.search.tasks import forget_page_task, index_page_task


@receiver(page_published, dispatch_uid="search-page-published")
def on_published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Have the page read again, in the transaction that changes it."""
    index_page_task.enqueue(instance.pk)


@receiver(page_unpublished, dispatch_uid="search-page-unpublished")
def on_unpublished(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Have the page forgotten; pages about to be deleted are announced here too."""
    forget_page_task.enqueue(instance.pk)
