"""Where the script sends what is being typed."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.models import User
from content.markup.writing import LONGEST
from forums.boards.models import Forum
from forums.discussions import rules
from forums.discussions.models import Topic
from forums.doors.gate import at_the_door, forum_for, topic_for
from forums.drafts.actions import save_draft

MOST_TITLE = 150


@require_POST
@at_the_door
def draft_of_topic(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Keep the draft of a new topic in a forum."""
    forum = forum_for(request, uid)
    return _kept(request, forum, rules.can_start_topic(request.user, forum))


@require_POST
@at_the_door
def draft_of_reply(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Keep the draft of a reply in a topic."""
    topic = topic_for(request, uid)
    return _kept(request, topic, rules.can_reply(request.user, topic, timezone.now()))


def _kept(request: HttpRequest, place: Forum | Topic, is_allowed: bool) -> HttpResponse:
    """Answer 204 once the draft is kept. Raises PermissionDenied for strangers and where one may not write."""
    if not is_allowed or not isinstance(request.user, User):
        raise PermissionDenied
    title, text = (request.POST.get(name, "").replace("\0", "") for name in ("title", "text"))
    save_draft(user=request.user, place=place, title=title[:MOST_TITLE], text=text[:LONGEST], now=timezone.now())
    return HttpResponse(status=204)
