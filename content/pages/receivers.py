"""Ears: what Wagtail announces about pages raises the generation and sends aliases on their way."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import copy_for_translation_done, page_published, page_slug_changed, page_unpublished, post_page_move

from content.audience.models import Access
from content.generation.actions import raise_generation
from content.pages import tasks
from content.pages.choices import Rendering
from content.pages.models import BasePage


@receiver(page_published, dispatch_uid="pages_published")
def on_published(instance: Page, **kwargs: Any) -> None:
    """Raise the generation; a text of its own spreads."""
    raise_generation(now=timezone.now())
    if not instance.alias_of_id:
        tasks.spread.enqueue(instance.pk)


@receiver(page_unpublished, dispatch_uid="pages_unpublished")
def on_unpublished(instance: Page, **kwargs: Any) -> None:
    """Raise the generation; another language's text wakes the aliases that fell asleep with this one."""
    raise_generation(now=timezone.now())
    if instance.alias_of_id:
        return
    other = instance.get_translations().filter(live=True, alias_of__isnull=True).order_by("locale__pk").values_list("pk", flat=True).first()
    if other:
        tasks.spread.enqueue(other)


@receiver(post_page_move, dispatch_uid="pages_moved")
def on_moved(instance: Page, **kwargs: Any) -> None:
    """Raise the generation; the renderings of a text follow it."""
    raise_generation(now=timezone.now())
    if not instance.alias_of_id:
        tasks.spread.enqueue(instance.pk)


@receiver(page_slug_changed, dispatch_uid="pages_renamed")
def on_renamed(instance: Page, **kwargs: Any) -> None:
    """Raise the generation: addresses below have changed."""
    raise_generation(now=timezone.now())


@receiver(pre_delete, sender=Page, dispatch_uid="pages_to_be_deleted")
def before_deleted(instance: Page, **kwargs: Any) -> None:
    """Remember the aliases: once the page is gone nothing says whose they were."""
    instance._orphans = list(Page.objects.filter(alias_of=instance.pk).values_list("pk", flat=True))


@receiver(post_delete, sender=Page, dispatch_uid="pages_deleted")
def on_deleted(instance: Page, **kwargs: Any) -> None:
    """Raise the generation and deal with the aliases that are left."""
    raise_generation(now=timezone.now())
    if orphans := getattr(instance, "_orphans", []):
        tasks.retire.enqueue(orphans)


@receiver([post_save, post_delete], sender=Access, dispatch_uid="pages_access_changed")
def on_access_changed(**kwargs: Any) -> None:
    """Raise the generation: what lists show has changed."""
    raise_generation(now=timezone.now())


@receiver(copy_for_translation_done, dispatch_uid="pages_copied_for_translation")
def on_copied_for_translation(source_obj: Any, target_obj: Any, **kwargs: Any) -> None:
    """A copy made to be translated is an unofficial translation until somebody says otherwise."""
    if isinstance(target_obj, BasePage) and not target_obj.alias_of_id:
        target_obj.rendering = Rendering.UNOFFICIAL
        target_obj.original_language = source_obj.specific.original_language or source_obj.locale.language_code
        target_obj.review_by_on = None
        target_obj.save(clean=False)
