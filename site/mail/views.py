"""The page behind the stop link: a button, since mail scanners follow links; the button, or the mail reader itself, posts."""

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from . import actions, queries
from .unsubscribing import read_token


@csrf_exempt  # the signed word is the authority; a mail reader posts without any cookie (RFC 8058)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Show the button; on POST stop one kind of mail to one address, or let it go again."""
    try:
        asked = read_token(token)
    except signing.SignatureExpired:
        return _page(request, {"step": "expired"}, status=410)
    except (signing.BadSignature, ValueError, TypeError):
        raise Http404 from None
    step = "ask"
    if request.method == "POST" and "resume" in request.POST:
        actions.resume(address_hash=asked.address_hash, kind=asked.kind)
        step = "resumed"
    elif request.method == "POST":
        actions.suppress(address_hash=asked.address_hash, kind=asked.kind, now=timezone.now())
        step = "stopped"
    return _page(request, {"step": step, "label": queries.kind_label(asked.kind)})


def _page(request: HttpRequest, context: dict[str, object], status: int = 200) -> HttpResponse:
    response = render(request, "mail/pages/stop.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response
