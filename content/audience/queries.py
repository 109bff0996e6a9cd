"""Questions about access that more than one place asks."""

from uuid import UUID

from wagtail.models import Page

from content.audience.choices import Level
from content.audience.models import Access, closed_paths


def level_of(page: Page) -> Level:
    """Return who may read this page: its own row or that of a page above it, in any language; the strictest wins."""
    return Level.MEMBERS if page.path.startswith(tuple(closed_paths())) else Level.OPEN


def own_level(translation_key: UUID) -> Level:
    """Return what is set on this page itself; what is above it may be stricter."""
    row = Access.objects.filter(translation_key=translation_key).first()
    return Level(row.level) if row else Level.OPEN
