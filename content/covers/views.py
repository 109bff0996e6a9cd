"""Drawings on demand: the address says all, so an answer never grows old."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from content.covers.weaving import cloth, tile

FOREVER = "public, max-age=31536000, immutable"


def drawing(text: str) -> HttpResponse:
    """Answer with an SVG that caches may keep for ever and that may load nothing itself."""
    return HttpResponse(
        text,
        content_type="image/svg+xml",
        headers={"Cache-Control": FOREVER, "Content-Security-Policy": "default-src 'none'; sandbox"},
    )


@require_safe
def cover(request: HttpRequest, key: str) -> HttpResponse:
    """Draw the band of one key."""
    return drawing(tile(key))


@require_safe
def course_cloth(request: HttpRequest, keys: str) -> HttpResponse:
    """Draw the cloth of a course."""
    return drawing(cloth(tuple(keys.split("-"))))
