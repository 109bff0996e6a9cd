"""How the answers to machines are dressed."""

import json
from hashlib import sha256
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _

from certificates.issuers.keys import NoKey

AN_HOUR = 60 * 60


def public_json(request: HttpRequest, data: Any, *, kind: str = "application/json", seconds: int = AN_HOUR) -> HttpResponse:
    """Answer with JSON that any page anywhere may read and keep for so many seconds."""
    return public(request, json.dumps(data, ensure_ascii=False).encode(), kind=kind, seconds=seconds)


def public(request: HttpRequest, body: bytes, *, kind: str, seconds: int = AN_HOUR) -> HttpResponse:
    """Answer with what any page anywhere may read."""
    answer = HttpResponse(body, content_type=kind, headers={"Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff"})
    answer["Cache-Control"] = f"public, max-age={seconds}"
    return if_changed(request, answer)


def if_changed(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Answer 304 to whoever has these bytes already."""
    answer["ETag"] = etag = quote_etag(sha256(answer.content).hexdigest()[:32])
    found: Any = get_conditional_response(request, etag, None, answer)
    return found or answer


def cannot_sign(no: NoKey) -> HttpResponse:
    """Say that badges cannot be made at present."""
    return sentence(_("Badges cannot be signed at present. %(why)s") % {"why": no}, 503)


def sentence(text: str, status: int) -> HttpResponse:
    """Answer with one sentence."""
    return HttpResponse(f"{text}\n", content_type="text/plain; charset=utf-8", status=status)
