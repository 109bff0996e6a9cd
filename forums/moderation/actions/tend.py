"""A topic is closed, opened, pinned, unpinned, or moved to another forum."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Max
from django.db.models.functions import Greatest
from django.utils.dateparse import parse_datetime

from accounts.models import User
from forums.boards.models import Forum
from forums.discussions.actions import close_topic, pin_topic
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from forums.moderation.actions.note import note
from forums.moderation.choices import Verb
from forums.moderation.models import Decision

TENDING = (Verb.CLOSE, Verb.OPEN, Verb.PIN, Verb.UNPIN)


@transaction.atomic
def tend(
    *, topic: Topic, verb: Verb, moderator: User, reason: str = "", words: str = "", closes_at: datetime | None = None, now: datetime
) -> Decision | None:
    """Close a topic (from `closes_at` on, else at once), open, pin or unpin it. None where it stands so already."""
    held = Topic.objects.select_for_update().get(pk=topic.pk)
    before = {"closed_at": _said(held.closed_at), "closes_at": _said(held.closes_at), "is_pinned": held.is_pinned}
    is_so = {
        Verb.CLOSE: held.is_closed(now) and closes_at is None,
        Verb.OPEN: held.closed_at is None and held.closes_at is None,
        Verb.PIN: held.is_pinned,
        Verb.UNPIN: not held.is_pinned,
    }
    if is_so[verb]:
        return None
    if verb in (Verb.PIN, Verb.UNPIN):
        pin_topic(topic=topic, is_pinned=verb == Verb.PIN)
    else:
        close_topic(topic=topic, is_closed=verb == Verb.CLOSE, closes_at=closes_at if verb == Verb.CLOSE else None, now=now)
    return note(verb=verb, moderator=moderator, thing=topic, reason=reason, words=words, before=before, now=now)


@transaction.atomic
def move(*, topic: Topic, forum: Forum, moderator: User, reason: str = "", words: str = "", now: datetime) -> Decision | None:
    """Put a topic into another forum, with all that is written in it; both forums' counters follow. None where it is there already."""
    held = Topic.objects.select_for_update().get(pk=topic.pk)
    if held.forum_id == forum.pk:
        return None
    before = {"forum": held.forum_id}
    _carry(held, forum.pk)
    topic.forum = forum
    return note(verb=Verb.MOVE, moderator=moderator, thing=topic, reason=reason, words=words, before=before, now=now)


def put_back(*, topic: Topic, before: dict[str, Any], now: datetime) -> bool:
    """Undo what `tend` or `move` did. Returns False where the forum that it came from is gone."""
    if "forum" in before:
        if not Forum.objects.filter(pk=before["forum"]).exists():
            return False
        _carry(topic, before["forum"])
        return True
    Topic.objects.filter(pk=topic.pk).update(
        closed_at=parse_datetime(before["closed_at"]) if before["closed_at"] else None,
        closes_at=parse_datetime(before["closes_at"]) if before["closes_at"] else None,
        is_pinned=before["is_pinned"],
    )
    return True


def shift_counts(*, forum: int, topics: int, posts: int, newest: datetime | None = None) -> None:
    """Add to the counters of a forum (id); `newest`: when somebody wrote last in what came."""
    changes: dict[str, Any] = {"topics_count": F("topics_count") + topics, "posts_count": F("posts_count") + posts}
    if newest is not None:
        Forum.objects.filter(pk=forum, last_post_at=None).update(last_post_at=newest)
        changes["last_post_at"] = Greatest(F("last_post_at"), newest)
    Forum.objects.filter(pk=forum).update(**changes)


def _carry(topic: Topic, forum: int) -> None:
    """Put a topic into a forum (id) and its numbers with it."""
    old, read = topic.forum_id, Post.objects.filter(topic=topic, state=State.PUBLISHED).count()
    Topic.objects.filter(pk=topic.pk).update(forum=forum)
    is_read = int(topic.state == State.PUBLISHED)
    shift_counts(forum=old, topics=-is_read, posts=-read)
    shift_counts(forum=forum, topics=is_read, posts=read, newest=topic.last_post_at if is_read else None)
    newest = Topic.objects.published().filter(forum=old).aggregate(at=Max("last_post_at"))["at"]
    Forum.objects.filter(pk=old).update(last_post_at=newest)


def _said(at: datetime | None) -> str:
    return at.isoformat() if at else ""
