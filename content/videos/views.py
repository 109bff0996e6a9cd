"""The page that plays one video, opened only by whoever asked for it."""

from uuid import UUID

from csp.decorators import csp_update
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from content.audience.gate import turn_away
from content.audience.rules import can_read
from content.pages.addresses import address
from content.videos.cards import card_of
from content.videos.queries import page_of, video_in


@require_safe
def player(request: HttpRequest, key: UUID, block: UUID) -> HttpResponseBase:
    """Play an own file; of a hosted video first say whom the reader will contact, and frame it only after that (`?play`)."""
    language = (get_language() or "")[:2]
    page = page_of(key=key, language=language)
    if page is None:
        raise Http404
    if not can_read(request.user, page):
        return turn_away(request)
    value = video_in(page.specific, block)
    card = card_of(value, block_id=str(block), page_key=key, language=language) if value else None
    if card is None or not card.is_playable:
        raise Http404
    is_asked = "play" in request.GET
    context = {
        "origin": (page.title, address(page.url_path, request)),
        "video": card,
        "is_framed": bool(card.at) and is_asked,
        "captions": captions_of(value, language),
    }
    answer = TemplateResponse(request, "videos/player.html", context)
    if card.at and is_asked:
        return csp_update({"frame-src": [card.at.origin]})(lambda _request: answer)(request)
    return answer


def captions_of(value: object, language: str) -> list[tuple[str, str, bool]]:
    """Return the captions of a video block as (language, address, is shown at once)."""
    parts = [part for part in value.get("captions") or [] if part["file"]]  # type: ignore[attr-defined]
    return [(part["language"], part["file"].url, part["language"] == language) for part in parts]
