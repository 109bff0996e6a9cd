"""A forum taken along."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from forums.boards.rules import can_moderate
from forums.doors.gate import at_the_door, forum_for, place_of
from forums.keeping.queries import head_of, topics_of
from forums.keeping.writing import as_html, as_json

KINDS = {"json": "application/json", "html": "text/html; charset=utf-8"}


@require_safe
@at_the_door
def forum_export(request: HttpRequest, uid: UUID, kind: str) -> HttpResponseBase:
    """Hand a moderator the whole forum as one file. Raises PermissionDenied for others."""
    forum = forum_for(request, uid)
    if not can_moderate(request.user, forum):
        raise PermissionDenied
    head, topics = head_of(forum, place_of(request, forum).title, timezone.now()), topics_of(forum)
    pieces = as_json(head, topics) if kind == "json" else as_html(head, topics, request.LANGUAGE_CODE)
    answer = StreamingHttpResponse(pieces, content_type=KINDS[kind])
    answer["Content-Disposition"] = f'attachment; filename="forum-{forum.uid}.{kind}"'
    answer["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return answer
