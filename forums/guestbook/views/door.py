"""Behind a signed link: who it is, or a kind page that says why it leads no further. Each refusal is logged, without the address."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from forums.discussions.models import Post
from forums.guestbook.choices import NOT_FOUND, Refusal
from forums.guestbook.queries import own_post
from forums.guests.models import Guest
from forums.guests.queries import opened_by
from forums.moderation.models import Suspension
from forums.moderation.queries import suspension_of

logger = logging.getLogger(__name__)


class Refused(Exception):
    """A link leads no further. `token`: of a link that can be asked for anew; `post`: the message, where the reader may know of it."""

    def __init__(self, why: Refusal, *, token: str = "", post: Post | None = None, suspension: Suspension | None = None) -> None:
        self.why, self.token, self.post, self.suspension = why, token, post, suspension
        super().__init__(why)


def behind_a_link(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer refusals with a page; keep the page out of caches and its address, which is the key, from other sites."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            answer = view(request, *args, **kwargs)
        except Refused as refused:
            logger.warning("A guest's link was refused: %s", refused.why.value)
            answer = render(request, "forums/guest_refused.html", {"refused": refused}, status=404 if refused.why in NOT_FOUND else 403)
        answer["Referrer-Policy"] = "same-origin"
        return answer

    return guarded


def guest_behind(token: str) -> Guest:
    """Return the guest whose messages this link opens. Raises Refused."""
    guest = opened_by(token, timezone.now())
    if guest is None:
        raise Refused(Refusal.UNKNOWN)
    return guest


def post_behind(token: str, uid: UUID) -> tuple[Guest, Post]:
    """Return the guest and a message of hers. Raises Refused, or Http404 for another's message."""
    guest = guest_behind(token)
    post = own_post(guest, uid)
    if post is None:
        logger.warning("A guest's link was used for another's message.")
        raise Http404
    return guest, post


def refuse_suspended(writer: Any) -> None:
    """Stop whoever may not write now. Raises Refused."""
    if suspension := suspension_of(writer, timezone.now()):
        raise Refused(Refusal.SUSPENDED, suspension=suspension)
