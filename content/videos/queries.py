"""Find a video in the page that shows it."""

from typing import Any
from uuid import UUID

from wagtail.fields import StreamField
from wagtail.models import Page

from content.blocks.media import VideoBlock


def page_of(*, key: UUID, language: str) -> Page | None:
    """Return the live page with this translation key, in this content language where there is one, else in any."""
    pages = Page.objects.live().filter(translation_key=key).select_related("locale").order_by("pk")
    return min(pages, key=lambda page: page.locale.language_code != language, default=None)


def video_in(page: Page, block_id: UUID) -> Any:
    """Return the video block of this id in any stream of a specific page, or None."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            for child in getattr(page, field.name):
                if child.id == str(block_id) and isinstance(child.block, VideoBlock):
                    return child.value
    return None
