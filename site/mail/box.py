"""The box of mails at /dev/mail/: for a site on one's own machine, where no mail server is set. 404 anywhere else."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from csp.decorators import csp_replace
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from . import queries
from .models import Message

SHOWN = 50
# The mail's own page may style itself and nothing else.
FRAME = {"default-src": ["'none'"], "style-src": ["'unsafe-inline'"], "img-src": ["data:"], "frame-ancestors": ["'self'"], "sandbox": [""]}


def _only_here(view: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(view)
    def guarded(request: HttpRequest, **kwargs: UUID) -> HttpResponse:
        if not settings.IS_DEMO_ALLOWED:
            raise Http404
        return view(request, **kwargs)

    return never_cache(require_safe(guarded))


@_only_here
def mails(request: HttpRequest) -> HttpResponse:
    """List the mails, newest first; `?to=` narrows."""
    to = request.GET.get("to", "").replace("\x00", "").strip()  # PostgreSQL takes no NUL
    page = Paginator(queries.box(to=to), SHOWN).get_page(request.GET.get("p"))
    return render(request, "mail/pages/box.html", {"mails": page, "to": to})


@_only_here
def mail(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show one mail: its text, and its page in a frame that can do nothing."""
    return render(request, "mail/pages/message.html", {"mail": get_object_or_404(Message, uid=uid)})


@csp_replace(FRAME)
@_only_here
def mail_page(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Answer the HTML of one mail as a mail reader would show it: no script, no picture fetched, a page of nobody."""
    message = get_object_or_404(Message, uid=uid)
    if not message.html:
        raise Http404
    return HttpResponse(message.html)
