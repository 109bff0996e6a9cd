"""What the video component asks."""

from typing import Any

from django import template
from django.utils.translation import get_language
from wagtail.models import Page

from content.videos.cards import Card, card_of

register = template.Library()


@register.simple_tag(takes_context=True)
def video_card(context: template.Context, value: Any) -> Card:
    """Return what a reader is told of this video block, for the page that is being shown."""
    page = context.get("page")
    return card_of(
        value,
        block_id=str(context.get("id") or ""),
        page_key=page.translation_key if isinstance(page, Page) else None,
        language=(get_language() or "")[:2],
    )
