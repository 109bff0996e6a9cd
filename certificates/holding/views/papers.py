"""Papers are handed out: to the holder, and to whoever has her link."""

from typing import Any

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.models import User
from certificates.bundling.naming import file_name
from certificates.credentials.models import Credential
from certificates.credentials.numbers import shown
from certificates.holding import queries
from certificates.holding.entry import for_the_holder
from certificates.holding.rules import can_show
from content.audience.gate import for_one_person


@require_safe
@for_the_holder
def paper(request: HttpRequest, user: User, credential: Credential) -> HttpResponseBase:
    """Give the holder her PDF, the newest or the one in the languages asked for. Raises Http404 for one that was taken back."""
    return _file(credential, request.GET.get("languages", ""))


@require_safe
def shared_paper(request: HttpRequest, token: str) -> HttpResponseBase:
    """Give whoever has the link the PDF. Raises Http404 once the link was taken back."""
    credential = queries.shared(token)
    if credential is None:
        raise Http404
    return _file(credential, "")


def _file(credential: Credential, languages: str) -> HttpResponseBase:
    """Return the paper as a download under the holder's name; it runs nothing, and no cache between keeps it."""
    found = queries.paper_of(credential, languages[:20]) if can_show(credential, timezone.now()) else None
    if found is None:
        raise Http404
    try:
        file: Any = default_storage.open(found.file, "rb")
    except FileNotFoundError as error:
        raise Http404 from error
    name = file_name(credential.words.name, shown(credential.number))
    answer: Any = FileResponse(file, as_attachment=True, filename=name, content_type="application/pdf")
    answer["X-Content-Type-Options"] = "nosniff"
    answer["X-Robots-Tag"] = "noindex"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Content-Encoding"] = "identity"
    return for_one_person(answer)
