"""A guest is forgotten."""

from datetime import datetime

from accounts.models import User
from forums.discussions.actions import delete_post
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from forums.guestbook.queries import selves_of
from forums.guests.actions import blank
from forums.guests.models import Guest
from forums.subscriptions.models import News, Subscription


def forget(*, guest: Guest, keeps_texts: bool, now: datetime) -> None:
    """Remove name and address of a guest. Her texts stay as a former member's, or are taken back with their earlier versions.

    Safe to call twice, and again after it was broken off: the address goes last. What was never confirmed goes in any case.
    """
    for post in Post.objects.filter(guest=guest).exclude(state=State.DELETED).select_related("topic"):
        if not keeps_texts or post.state == State.UNCONFIRMED:
            delete_post(post=post, now=now)
    Post.objects.filter(guest=guest).update(guest=None)
    Topic.objects.filter(guest=guest).update(guest=None)
    Subscription.objects.filter(guest=guest).delete()
    News.objects.filter(guest=guest).delete()
    blank(guest=guest, now=now)


def forget_selves(*, person: User, now: datetime) -> None:
    """Remove name and address of the guests that this person was; the texts stay as a former member's."""
    for guest in selves_of(person):
        forget(guest=guest, keeps_texts=True, now=now)
