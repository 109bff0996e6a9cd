"""Ears of this room."""

from datetime import datetime
from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published

from content.audience import groups
from courses.editions.models import Edition
from courses.editions.queries import announced_around
from courses.editions.signals import edition_announced, edition_changed
from courses.enrolment.actions import move_up
from courses.enrolment.audience import KIND, keeper
from forums.boards.actions import open_forum

groups.register(KIND, keeper)


@receiver([edition_changed, edition_announced], dispatch_uid="enrolment_edition_changed")
def on_changed(sender: type[Edition], edition: Edition, now: datetime, **kwargs: Any) -> None:
    """Let people move up where an edition has more places than before."""
    move_up(edition=edition, now=now)


@receiver(page_published, dispatch_uid="enrolment_page_published")
def on_published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Open the forums of the announced editions below a module or discussion that is published later than they were."""
    if getattr(instance, "has_forum", False):
        for edition in announced_around(instance):
            open_forum(key=instance.translation_key, audience=edition.audience)
