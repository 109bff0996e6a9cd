"""The page behind the stop link of a mail."""

import logging
from typing import Any

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from forums.letters import actions
from forums.letters.stopping import read_token

logger = logging.getLogger(__name__)


@csrf_exempt  # the signed word is the authority; a mail reader posts without any cookie (RFC 8058)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def news_stop(request: HttpRequest, token: str) -> HttpResponse:
    """Show the button, since mail scanners follow links; on POST stop what one mail was about for one person, or let it go again."""
    try:
        asked = read_token(token)
    except signing.SignatureExpired:
        return _stop_page(request, {"step": "expired"}, status=410)
    except signing.BadSignature:
        logger.warning("A link to stop mails was forged or cut.")
        raise Http404 from None
    act, step = (actions.resume, "resumed") if "resume" in request.POST else (actions.stop, "stopped")
    if request.method == "POST":
        act(asked=asked, now=timezone.now())
    kinds = {kind for kind, _name in asked.things}
    return _stop_page(request, {"step": step if request.method == "POST" else "ask", "kinds": kinds, "can_resume": "r" not in kinds})


def _stop_page(request: HttpRequest, context: dict[str, Any], status: int = 200) -> HttpResponse:
    response = render(request, "forums/news_stop.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response
