"""Where files of posts are handed out: to whoever may read the post."""

from typing import Any
from uuid import UUID

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from content.audience.gate import for_one_person
from forums.attachments.models import Kind
from forums.attachments.queries import attachment_with
from forums.discussions.rules import can_see_post


@require_safe
def attachment(request: HttpRequest, uid: UUID, extension: str) -> HttpResponseBase:
    """Hand out a file: a picture inside the page, anything else as a download. It runs nothing; it hides with its post."""
    found = attachment_with(uid)
    if found is None or extension != found.extension or not can_see_post(request.user, found.post):
        raise Http404
    is_small = bool(found.small) and "small" in request.GET
    try:
        file: Any = default_storage.open(found.small if is_small else found.file, "rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response: Any = FileResponse(file, as_attachment=found.kind != Kind.PICTURE, filename=found.name, content_type=found.content_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Content-Encoding"] = "identity"
    etag = quote_etag(f"{found.uid.hex}{'s' if is_small else ''}")
    response["ETag"] = etag
    return for_one_person(get_conditional_response(request, etag=etag, response=response) or response)
