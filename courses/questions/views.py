"""Pictures inside questions, handed out to members."""

from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from courses.questions.models import QuestionFile
from courses.questions.pictures import TYPES
from courses.questions.rules import can_see_picture

A_YEAR = 365 * 24 * 3600


@require_safe
def question_picture(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Hand out a picture: its type by what it was when it came, never to be run; a file never changes, so browsers keep it."""
    found = get_object_or_404(QuestionFile, uid=uid)
    kind = TYPES.get(PurePath(str(found.file)).suffix.lstrip("."))
    if kind is None or not can_see_picture(request.user, found):
        raise Http404
    try:
        response: Any = FileResponse(found.file.open("rb"), content_type=kind)
    except FileNotFoundError as error:
        raise Http404 from error
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Content-Encoding"] = "identity"
    response["Cache-Control"] = f"private, max-age={A_YEAR}, immutable"
    return response
