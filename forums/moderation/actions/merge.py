"""Two topics become one."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest

from accounts.models import User
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from forums.moderation.actions.note import note
from forums.moderation.actions.tend import shift_counts
from forums.moderation.choices import Verb
from forums.moderation.models import Decision
from forums.subscriptions.actions import follow_too


@transaction.atomic
def merge(*, topic: Topic, into: Topic, moderator: User, reason: str = "", words: str = "", now: datetime) -> Decision:
    """Append all that stands in a topic, in its order, to another one.

    The emptied topic is no longer read; its address leads to the other one, those of its posts stay. Who follows it follows the other too.

    Raises ValueError for a topic with itself, or where one of the two is not read.
    """
    rows = (
        Topic.objects.select_for_update().filter(pk__in=[topic.pk, into.pk]).order_by("pk")
    )  # one order for all, so that none waits for another
    held = {row.pk: row for row in rows}
    if topic.pk == into.pk or any(row.state != State.PUBLISHED for row in held.values()):
        raise ValueError("Two topics that are read become one.")
    source, target = held[topic.pk], held[into.pk]
    before: dict[str, Any] = {
        "into": target.pk,
        "offset": target.last_place,
        "upto": target.last_place + source.last_place,
        "accepted": source.accepted_id,
    }
    before["waiting"] = list(Post.objects.filter(topic=source, place=None).values_list("pk", flat=True))
    before["count"] = source.posts_count
    _shift(Post.objects.filter(topic=source), source, target, target.last_place)
    Topic.objects.filter(pk=target.pk).update(
        last_place=before["upto"],
        posts_count=F("posts_count") + source.posts_count,
        last_post_at=Greatest(F("last_post_at"), source.last_post_at),
    )
    Topic.objects.filter(pk=source.pk).update(state=State.HIDDEN, posts_count=0, accepted=None, merged_into=target)
    _count(source, target, source.posts_count)
    follow_too(source=source, target=target)
    topic.refresh_from_db()
    into.refresh_from_db()
    return note(verb=Verb.MERGE, moderator=moderator, thing=topic, reason=reason, words=words, before=before, now=now)


def part_again(*, topic: Topic, before: dict[str, Any]) -> bool:
    """Undo a merge: what came from the emptied topic goes back to where it stood. What was written since stays."""
    target = Topic.objects.filter(pk=before["into"]).first()
    if target is None:
        return False
    came = Post.objects.filter(topic=target, place__gt=before["offset"], place__lte=before["upto"])
    read = came.filter(state=State.PUBLISHED).count()
    first = came.filter(place=before["offset"] + 1).first()
    _shift(came, target, topic, -before["offset"])
    Post.objects.filter(topic=target, pk__in=before["waiting"], place=None).update(topic=topic)
    is_read = first is not None and first.state != State.HIDDEN
    Topic.objects.filter(pk=target.pk).update(posts_count=F("posts_count") - read)
    Topic.objects.filter(pk=topic.pk).update(
        state=State.PUBLISHED if is_read else State.HIDDEN, posts_count=read, accepted=before["accepted"], merged_into=None
    )
    shift_counts(forum=target.forum_id, topics=0, posts=-read)
    shift_counts(forum=topic.forum_id, topics=int(is_read), posts=read)
    return True


def _shift(posts: Any, source: Topic, target: Topic, offset: int) -> None:
    """Put these posts of a topic into another, their places moved by so many; those that wait have none."""
    posts.filter(topic=source).update(topic=target, place=F("place") + offset)


def _count(source: Topic, target: Topic, read: int) -> None:
    shift_counts(forum=source.forum_id, topics=-1, posts=-read)
    shift_counts(forum=target.forum_id, topics=0, posts=read, newest=source.last_post_at)
