"""A post is no longer read."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from forums.boards.models import Forum
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from forums.discussions.signals import post_removed


def delete_post(*, post: Post, now: datetime) -> bool:
    """Take a post back at its writer's wish: a tombstone stays where others have read it. Returns False when it was taken back before.

    Its text and its earlier texts are removed for good.
    """
    return _remove(post, State.DELETED, now, erases=True)


def take_down(*, post: Post, state: State, now: datetime) -> bool:
    """Hide a post that others read, or reject one that waits (`State.HIDDEN`, `State.REJECTED`). Returns False when it stands so."""
    if state not in (State.HIDDEN, State.REJECTED):
        raise ValueError(f"A post is not taken down by making it {state}.")
    return _remove(post, state, now, erases=False)


@transaction.atomic
def _remove(post: Post, state: State, now: datetime, *, erases: bool) -> bool:
    topic = Topic.objects.select_for_update().get(pk=post.topic_id)
    held = Post.objects.select_for_update().get(pk=post.pk)
    if held.state in (state, State.DELETED):
        return False
    was_read = held.state == State.PUBLISHED
    post.state, fields = state, ["state"]
    if erases:
        post.text, post.html, fields = "", "", [*fields, "text", "html"]
        post.revisions.all().delete()
    post.save(update_fields=fields)
    is_first = held.place == 1 or (held.place is None and topic.last_place == 0)
    changes: dict[str, object] = {"posts_count": F("posts_count") - 1} if was_read else {}
    if is_first and _falls_with_its_first_post(topic, state):
        changes["state"] = state
    if topic.accepted_id == post.pk:
        changes["accepted"] = None
    if changes:
        Topic.objects.filter(pk=topic.pk).update(**changes)
    if was_read:
        lost = 1 if changes.get("state") else 0
        Forum.objects.filter(pk=topic.forum_id).update(posts_count=F("posts_count") - 1, topics_count=F("topics_count") - lost)
    post.topic.refresh_from_db()
    post_removed.send(sender=Post, post=post, now=now)
    return True


def _falls_with_its_first_post(topic: Topic, state: State) -> bool:
    """Return whether a topic goes with its first post: always when a moderator takes it down, else only while nobody has replied."""
    return state != State.DELETED or topic.last_place <= 1
