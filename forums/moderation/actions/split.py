"""Posts become a topic of their own."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Max

from accounts.models import User
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from forums.discussions.signals import post_edited
from forums.moderation.actions.note import note
from forums.moderation.actions.tend import shift_counts
from forums.moderation.choices import Verb
from forums.moderation.models import Decision

MOST = 200  # posts split off at once


@transaction.atomic
def split(*, topic: Topic, posts: list[Post], title: str, moderator: User, reason: str = "", words: str = "", now: datetime) -> Decision:
    """Begin a topic with these replies, in their order; where they stood, gaps stay. Their own addresses keep leading to them.

    Raises ValueError unless they are published replies of this topic, at most MOST, its first post not among them.
    """
    Topic.objects.select_for_update().get(pk=topic.pk)
    chosen = Post.objects.select_for_update().filter(pk__in=[post.pk for post in posts], topic=topic, state=State.PUBLISHED, place__gt=1)
    moved = list(chosen.order_by("place"))
    if not moved or len(moved) != len(posts) or len(moved) > MOST:
        raise ValueError("Only published replies of one topic are split off.")
    first, last = moved[0], moved[-1]
    made = Topic.objects.create(
        forum=topic.forum,
        title=title,
        author=first.author,
        guest=first.guest,
        state=State.PUBLISHED,
        created_at=first.written_at,
        last_post_at=last.published_at or now,
        last_place=len(moved),
        posts_count=len(moved),
    )
    before = {"made": made.pk, "places": {str(post.pk): post.place for post in moved}, "accepted": topic.accepted_id}
    for place, post in enumerate(moved, start=1):
        post.topic, post.place = made, place
    Post.objects.bulk_update(moved, ["topic", "place"])
    if topic.accepted_id in {post.pk for post in moved}:
        Topic.objects.filter(pk=topic.pk).update(accepted=None)
    Topic.objects.filter(pk=topic.pk).update(posts_count=F("posts_count") - len(moved), last_post_at=_newest(topic) or now)
    shift_counts(forum=topic.forum_id, topics=1, posts=0)
    topic.refresh_from_db()
    post_edited.send(sender=Post, post=first, now=now)  # it bears another title now
    return note(verb=Verb.SPLIT, moderator=moderator, thing=made, reason=reason, words=words, before={**before, "from": topic.pk}, now=now)


def join_again(*, topic: Topic, before: dict[str, Any]) -> bool:
    """Undo a split: the posts have their old places back, the topic made is gone. False where somebody has replied in it since."""
    old = Topic.objects.filter(pk=before["from"]).first()
    places = {int(pk): place for pk, place in before["places"].items()}
    posts = list(Post.objects.filter(topic=topic))
    if old is None or {post.pk for post in posts} != set(places) or any(post.state != State.PUBLISHED for post in posts):
        return False
    for post in posts:
        post.topic, post.place = old, places[post.pk]
    Post.objects.bulk_update(posts, ["topic", "place"])
    Topic.objects.filter(pk=old.pk).update(
        posts_count=F("posts_count") + len(posts), last_post_at=_newest(old) or old.last_post_at, accepted=before["accepted"]
    )
    shift_counts(forum=topic.forum_id, topics=-1, posts=0)
    topic.delete()
    return True


def _newest(topic: Topic) -> datetime | None:
    """Return when somebody wrote last in a topic."""
    return Post.objects.filter(topic=topic, state=State.PUBLISHED).aggregate(at=Max("published_at"))["at"]
