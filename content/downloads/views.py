"""The doors of documents and pictures."""

from typing import Any
from uuid import UUID

from django.core.files.storage import Storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import content_disposition_header, quote_etag
from django.views.decorators.http import require_safe

from content.audience.gate import for_one_person, turn_away
from content.downloads.ranges import OutOfRangeError, part_asked, read_part
from content.downloads.rules import can_fetch, is_open, pages_using
from content.media.kinds import PLAYED
from content.media.models import Paper, Picture, extension_of

YEAR = 365 * 24 * 3600
PICTURES = {"avif": "image/avif", "gif": "image/gif", "jpeg": "image/jpeg", "jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}


@require_safe
def paper(request: HttpRequest, uid: UUID, filename: str) -> HttpResponseBase:
    """Hand out a document: downloaded, or played inside a page (video, captions). A stranger is led to the sign-in where that helps."""
    found = get_object_or_404(Paper, uid=uid)
    if filename != found.filename:
        raise Http404
    if not can_fetch(request.user, found):
        if request.user.is_authenticated or not pages_using(found).exists():
            raise Http404
        return turn_away(request)
    response = _sent(request, found.file.storage, str(found.file.name), found.content_type, found.file_hash)
    if extension_of(found.filename) not in PLAYED:
        response["Content-Disposition"] = content_disposition_header(True, found.filename)
    return _kept(response, is_public=not request.user.is_authenticated or is_open(found))


@require_safe
def picture(request: HttpRequest, uid: UUID, name: str) -> HttpResponseBase:
    """Hand out a picture or one of its renditions. To those who may not see it there is none."""
    found = get_object_or_404(Picture, uid=uid)
    media_type = PICTURES.get(extension_of(name))
    if media_type is None or not can_fetch(request.user, found):
        raise Http404
    file: Any = found.file
    response = _sent(request, file.storage, f"pictures/{uid.hex}/{name}", media_type, name)
    return _kept(response, is_public=not request.user.is_authenticated or is_open(found))


def _sent(request: HttpRequest, storage: Storage, name: str, media_type: str, tag: str) -> Any:
    """Answer with the file, a part of it, or the news that it is the same as before."""
    try:
        size = storage.size(name)
        file: Any = storage.open(name, "rb")
    except (FileNotFoundError, OSError) as error:
        raise Http404 from error
    etag = quote_etag(tag)
    is_same_file = request.headers.get("If-Range", etag) == etag
    try:
        part = part_asked(request.headers.get("Range", ""), size) if is_same_file else None
    except OutOfRangeError:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}", "Accept-Ranges": "bytes"})
    response: Any
    if part is None:
        response = FileResponse(file, content_type=media_type)
        response["Content-Length"] = size
    else:
        response = StreamingHttpResponse(read_part(file, *part), status=206, content_type=media_type)
        response["Content-Range"] = f"bytes {part[0]}-{part[1]}/{size}"
        response["Content-Length"] = part[1] - part[0] + 1
    response["Accept-Ranges"] = "bytes"
    response["Content-Encoding"] = "identity"  # middleware that compresses would spoil parts and lengths
    response["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response)


def _kept(response: Any, *, is_public: bool) -> HttpResponseBase:
    """Say who may keep the answer, and that nothing in it is to be run."""
    if is_public:
        patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    else:
        for_one_person(response)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
