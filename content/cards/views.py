"""The card of a page, for whoever shows a link to it."""

from uuid import UUID

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page

from content.audience.rules import visible_to
from content.cards.drawing import card

A_DAY, A_WEEK = 60 * 60 * 24, 60 * 60 * 24 * 7


@require_safe
@cache_control(public=True, max_age=A_DAY)
def share_card(request: HttpRequest, language: str, key: UUID) -> HttpResponse:
    """Answer with the card of a live page that everybody may read; drawn once for each publication. 404 for all others, members' too."""
    page = get_object_or_404(visible_to(None, Page.objects.live()), translation_key=key, locale__language_code=language)
    place = f"card:{page.pk}:{page.last_published_at and page.last_published_at.timestamp()}"
    png = cache.get(place)
    if png is None:
        png = card(key.hex, page.title)
        cache.set(place, png, A_WEEK)
    return HttpResponse(png, content_type="image/png")
