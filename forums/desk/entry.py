"""The way in to the desk: moderators pass, strangers are led to the sign-in, others are told that this is not theirs."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from accounts.models import User
from content.audience.gate import turn_away
from forums.boards.rules import note_rank
from forums.discussions.models import Post, Topic
from forums.doors.gate import post_for, topic_for
from forums.doors.queries import moderation_of
from forums.moderation.rules import can_enter, can_tend


def staff_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Call the view with the moderator as second argument. Raises PermissionDenied for members who moderate nothing."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        user = request.user
        if not isinstance(user, User):
            return turn_away(request)
        note_rank(user, bool(User.objects.annotate(moderates=moderation_of(user)).values_list("moderates", flat=True).get(pk=user.pk)))
        if not can_enter(user):
            raise PermissionDenied(_("Only moderators work here."))
        return view(request, user, *args, **kwargs)

    return guarded


def post_of(request: HttpRequest, uid: UUID) -> Post:
    """Return a post of a forum that this person moderates. Raises Http404."""
    post, topic = post_for(request, uid)
    if not can_tend(request.user, topic):
        raise Http404
    return post


def topic_of(request: HttpRequest, uid: UUID) -> Topic:
    """Return a topic of a forum that this person moderates. Raises Http404."""
    topic = topic_for(request, uid)
    if not can_tend(request.user, topic):
        raise Http404
    return topic
