"""A post is read by others from now on."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from forums.boards.models import Forum
from forums.discussions.choices import State
from forums.discussions.mentioning import named
from forums.discussions.models import Mention, Post, Topic
from forums.discussions.queries import participants
from forums.discussions.signals import post_published, post_restored


@transaction.atomic
def publish(*, post: Post, now: datetime) -> bool:
    """Let others read a post: it gets the next place of its topic, or has its old one back. Returns False when they could already.

    The first time is announced (`post_published`); a post that comes back is not.
    """
    topic = Topic.objects.select_for_update().select_related("forum").get(pk=post.topic_id)
    held = Post.objects.select_for_update().get(pk=post.pk)
    if held.state == State.PUBLISHED:
        return False
    is_new = held.place is None
    place = topic.last_place + 1 if is_new else held.place
    post.state, post.place, post.published_at = State.PUBLISHED, place, held.published_at or now
    post.save(update_fields=["state", "place", "published_at"])
    changes: dict[str, object] = {"posts_count": F("posts_count") + 1}
    if is_new:
        changes |= {"last_place": place, "last_post_at": now}
    if place == 1:
        changes["state"] = State.PUBLISHED
    Topic.objects.filter(pk=topic.pk).update(**changes)
    is_topic_new = place == 1
    Forum.objects.filter(pk=topic.forum_id).update(
        posts_count=F("posts_count") + 1,
        topics_count=F("topics_count") + (1 if is_topic_new else 0),
        **({"last_post_at": now} if is_new else {}),
    )
    post.topic.refresh_from_db()
    if is_new:
        Mention.objects.bulk_create(
            [Mention(post=post, user_id=id) for id in named(post.text, participants(topic)) if id != post.author_id], ignore_conflicts=True
        )
        post_published.send(sender=Post, post=post, now=now)
    else:
        post_restored.send(sender=Post, post=post, now=now)
    return True
