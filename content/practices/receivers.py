"""Ears: a practice that was published or taken down; names that were edited."""

from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished

from content.generation.actions import raise_generation
from content.practices.actions import spread_facts
from content.practices.models import PracticePage
from content.practices.signals import facts_spread, practice_published, practice_withdrawn
from content.taxonomy.signals import taxonomy_changed


@receiver(page_published, sender=PracticePage, dispatch_uid="practices_published")
def on_published(instance: PracticePage, **kwargs: Any) -> None:
    """Forget why it was once withdrawn, bring the facts of all languages into line, and tell."""
    if instance.alias_of_id:
        return
    if instance.withdrawn_reason:
        PracticePage.objects.filter(translation_key=instance.translation_key).update(withdrawn_reason="")
    for other in spread_facts(translation_key=instance.translation_key, now=timezone.now()):
        if other.pk != instance.pk:
            facts_spread.send(sender=PracticePage, page=other)
    practice_published.send(sender=PracticePage, page=PracticePage.objects.get(pk=instance.pk))


@receiver(page_unpublished, sender=PracticePage, dispatch_uid="practices_unpublished")
def on_unpublished(instance: PracticePage, **kwargs: Any) -> None:
    """Tell."""
    if not instance.alias_of_id:
        practice_withdrawn.send(sender=PracticePage, page=instance)


@receiver(post_delete, sender=PracticePage, dispatch_uid="practices_deleted")
def on_deleted(instance: PracticePage, **kwargs: Any) -> None:
    """Tell of a practice whose row is gone: when Wagtail took it down just before, the row was still there."""
    if not instance.alias_of_id:
        practice_withdrawn.send(sender=PracticePage, page=instance)


@receiver(taxonomy_changed, dispatch_uid="practices_taxonomy")
def on_taxonomy_changed(**kwargs: Any) -> None:
    """Raise the generation: names on pages have changed."""
    raise_generation(now=timezone.now())
