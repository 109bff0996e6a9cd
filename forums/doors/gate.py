"""The way in: what is asked for is found, the rule asked, strangers led to the sign-in where that helps."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models.expressions import Combinable
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from wagtail import hooks
from wagtail.models import Page

from content.audience.gate import for_one_person, turn_away
from content.audience.rules import is_member
from content.generation.queries import note_generation, remembered
from forums.boards import rules as boards
from forums.boards.models import Forum
from forums.boards.queries import Place, places
from forums.discussions.models import Post, Topic
from forums.discussions.queries import page_of
from forums.discussions.rules import can_see_post, can_see_topic
from forums.doors.queries import forum_with, topic_with


class Moved(Exception):
    """The topic is read elsewhere: its posts were put into another one."""

    def __init__(self, topic: Topic) -> None:
        super().__init__(str(topic.uid))
        self.topic = topic


class SignInHelps(Exception):
    """A stranger may not read this, a member may."""


def at_the_door(view: Callable[..., Any]) -> Callable[..., Any]:
    """Lead strangers to the sign-in where it helps; keep members' answers out of shared caches."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            answer = view(request, *args, **kwargs)
        except SignInHelps:
            return turn_away(request)
        except Moved as elsewhere:
            return HttpResponseRedirect(reverse("topic", args=[elsewhere.topic.uid]))
        return for_one_person(answer) if is_member(request.user) else answer

    return guarded


def address_of(post: Post) -> str:
    """Return where this post stands: its topic's page and its anchor."""
    page = page_of(post.place or post.topic.last_place)
    here = reverse("topic", args=[post.topic.uid])
    anchor = f"p{post.place}" if post.place else f"w{post.pk}"
    return f"{here}?page={page}#{anchor}" if page > 1 else f"{here}#{anchor}"


def topic_for(request: HttpRequest, uid: UUID, also: dict[str, Combinable] | None = None) -> Topic:
    """Return the topic that this reader may read, annotated with `also`. Raises Http404, or SignInHelps for strangers before a members'
    page.
    """
    topic = topic_with(uid, request.user, also)
    if topic is None:
        raise Http404
    _note(request, topic)
    _let_in(request, topic.forum)
    if topic.merged_into and request.method in ("GET", "HEAD"):
        raise Moved(topic.merged_into)
    if not _sees(request, topic):
        raise Http404
    return topic


def post_for(request: HttpRequest, uid: UUID) -> tuple[Post, Topic]:
    """Return a post whose text this reader may read, and its topic. Raises Http404."""
    post = get_object_or_404(Post, uid=uid)
    topic = topic_for(request, post.topic.uid)
    post.topic = topic
    if not can_see_post(request.user, post):
        raise Http404
    return post, topic


def forum_for(request: HttpRequest, uid: UUID, also: dict[str, Combinable] | None = None) -> Forum:
    """Return the forum that this reader may read. Raises like `topic_for`."""
    forum = forum_with(uid, request.user, also)
    if forum is None:
        raise Http404
    _note(request, forum)
    _let_in(request, forum)
    return forum


def place_of(request: HttpRequest, forum: Forum) -> Place:
    """Return what readers call this forum and where its page is."""
    if forum.key is None or forum.audience:
        return places([forum], request.LANGUAGE_CODE, request).get(forum.pk, Place("", "", ""))
    ask = lambda: places([forum], request.LANGUAGE_CODE, request).get(forum.pk, Place("", "", ""))  # noqa: E731 - asked only when not remembered
    return remembered(request, f"forum-place:{forum.pk}:{request.LANGUAGE_CODE}", ask)


def is_open_to_all(request: HttpRequest, forum: Forum) -> bool:
    """Return whether strangers read this forum: only then it has a feed. Remembered like its place."""
    if forum.key is None or forum.audience:
        return not forum.audience
    return remembered(request, f"forum-open-to-all:{forum.pk}", lambda: boards.visible_to(None).filter(pk=forum.pk).exists())


def _note(request: HttpRequest, row: Topic | Forum) -> None:
    note_generation(request, row.generation)  # type: ignore[union-attr]
    boards.note_rank(request.user, bool(row.has_reader_rank))  # type: ignore[union-attr]


def _let_in(request: HttpRequest, forum: Forum) -> None:
    """Refuse who may not read; the answer for a page's public forum follows from published pages and is remembered.

    What is not open yet is refused with a sentence: storeys above give it by hook `forum_door` (request, key of the page).
    """
    key = forum.key
    if key is not None and not remembered(request, f"forum-open:{key}", lambda: boards.page_is_open(request.user, key)):
        if not is_member(request.user) and Page.objects.live().filter(translation_key=key).exists():
            raise SignInHelps
        raise Http404
    if forum.audience and not boards.can_read(request.user, forum):
        raise Http404
    if key is not None:
        said = " ".join(why for ask in hooks.get_hooks("forum_door") if (why := ask(request, key)))
        if said and not boards.can_moderate(request.user, forum):
            raise PermissionDenied(said)


def _sees(request: HttpRequest, topic: Topic) -> bool:
    return topic.state == "published" or can_see_topic(request.user, topic)
