"""Asks signed-in people again when a notice has changed, and keeps what they were about to send."""

from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from .actions import accept_notices
from .models import Notice
from .queries import current_versions, links_to_notices, pending_for

ACCEPTED = "notices_accepted"  # in the session: the versions that this person is known to have accepted
ASKED = "notices_asked"  # in the session: the versions that she was asked about, so that pages stay readable
TICK = "accept-notices"
OPEN_TO_ALL = ("/static/", "/media/", "/documents/", "/cover/", "/api/", "/healthz", "/readyz", "/metrics", "/dev/", "/i18n/")


class NoticesMiddleware:
    """After a change, the next page asks once; later pages stay readable; what changes things waits for the answer.

    Signing out, the account's own pages (export, erasing), files and the editors' own calls are never held.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass; the question is asked in `process_view`, after the check of its token."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Ask where something is pending and the page may be held."""
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or _is_free(request) or not request.user.is_authenticated:
            return None
        versions = current_versions()
        if not versions or request.session.get(ACCEPTED) == versions:
            return None
        pending = pending_for(request.user)
        if pending and request.method == "POST" and request.POST.get(TICK) == versions:
            accept_notices(person=request.user, notices=pending, now=timezone.now())
            pending = []
        if not pending:
            request.session[ACCEPTED] = versions
            return None
        if request.method == "GET":
            return _ask_once(request, versions)
        return _hold(request, pending, versions) if _is_page(request) else None


def _is_free(request: HttpRequest) -> bool:
    """Whether this request is never held: files, machines, the account's pages; HEAD; what a browser fetches ahead."""
    path, account = request.path, reverse("account")
    ahead = request.headers.get("Sec-Purpose", request.headers.get("Purpose", ""))
    return path.startswith((*OPEN_TO_ALL, account)) or request.method not in ("GET", "POST") or "prefetch" in ahead


def _is_page(request: HttpRequest) -> bool:
    """Whether a person sees the answer as a page; the editors' screens save by themselves in between."""
    return not request.path.startswith("/admin/") and request.headers.get("Sec-Fetch-Dest", "document") == "document"


def _ask_once(request: HttpRequest, versions: str) -> HttpResponse | None:
    """Lead to the question, once for each change; scripts and pictures are not asked."""
    if request.session.get(ASKED) == versions or request.headers.get("Sec-Fetch-Dest", "document") != "document":
        return None
    request.session[ASKED] = versions
    return HttpResponseRedirect(f"{reverse('account_notices')}?{urlencode({'next': request.get_full_path()})}")


def _hold(request: HttpRequest, pending: list[Notice], versions: str) -> HttpResponse:
    """Show the question with what was sent, to be sent on with the answer. Files cannot be kept and are named."""
    context = {
        "pending": pending,
        "links": links_to_notices(),
        "action": request.get_full_path(),
        "kept": list(_kept(request)),
        "lost": [file.name for _name, files in request.FILES.lists() for file in files],
        "tick": (TICK, versions),
    }
    return render(request, "account/notices_held.html", context, status=403)


def _kept(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, values in request.POST.lists():
        if name not in (TICK, "csrfmiddlewaretoken"):
            for value in values:
                yield name, str(value)
