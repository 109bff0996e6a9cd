"""A message is confirmed by whoever has its address."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from forums.brakes.rules import reviewed_state
from forums.discussions.actions import publish
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from forums.guests.actions import prove
from forums.guests.models import Guest
from forums.subscriptions.actions import subscribe


def confirm(*, guest: Guest, post: Post, owner: User | None, follows: bool, language: str, now: datetime) -> State | None:
    """Let a message go on: published, or waiting for a moderator; returns which, or None when it was confirmed before or is gone.

    `owner`: the member with this address, who becomes its writer. `follows`: also tell her of answers.
    """
    state = reviewed_state(owner or guest, post.topic.forum, f"{post.topic.title}\n{post.text}")
    with transaction.atomic():
        topic = Topic.objects.select_for_update().get(pk=post.topic_id)
        if not _take(post, guest, owner):
            return None
        prove(guest=guest, language=language, now=now)
        if topic.last_place == 0:
            Topic.objects.filter(pk=topic.pk, state=State.UNCONFIRMED).update(state=State.WAITING)
            if owner:
                Topic.objects.filter(pk=topic.pk, guest=guest).update(guest=None, author=owner)
        post.refresh_from_db()
        if state == State.PUBLISHED:
            publish(post=post, now=now)
        if follows:
            subscribe(follower=owner or guest, topic=topic, now=now)
    return state


def _take(post: Post, guest: Guest, owner: User | None) -> bool:
    """Take the message out of the unconfirmed by one conditional UPDATE, so that of two presses one counts."""
    waiting = Post.objects.filter(pk=post.pk, guest=guest, state=State.UNCONFIRMED)
    writer = {"guest": None, "author": owner} if owner else {}
    return bool(waiting.update(state=State.WAITING, **writer))
