"""Opening and closing pages."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from wagtail.models import Page

from content.audience.choices import Level
from content.audience.models import Access
from content.audience.signals import access_changed


@transaction.atomic
def set_level(*, translation_key: UUID, level: Level | str, now: datetime) -> Access:
    """Say who may read the page with this key, and all below it, in every language, from now on. Raises ValueError for an unknown level."""
    level = Level(level)
    access, _created = Access.objects.update_or_create(translation_key=translation_key, defaults={"level": level})
    access_changed.send(sender=Access, translation_key=translation_key, level=level, now=now)
    return access


@transaction.atomic
def carry_levels(*, source: Page, copy: Page, now: datetime) -> int:
    """Give a copied page, and all copied below it, the levels of their sources: a copy of a closed course is closed. Returns how many."""
    keys = dict(zip(_keys_below(source), _keys_below(copy), strict=False))
    closed = Access.objects.closed().filter(translation_key__in=keys)
    for access in closed:
        set_level(translation_key=keys[access.translation_key], level=access.level, now=now)
    return len(closed)


def _keys_below(page: Page) -> list[UUID]:
    """Return the translation keys of a page and of all below it, in the order of the tree."""
    return list(page.get_descendants(inclusive=True).order_by("path").values_list("translation_key", flat=True))
