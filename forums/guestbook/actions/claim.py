"""An account takes over what its address wrote without one."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from forums.guests.actions import prove
from forums.guests.models import Guest
from forums.moderation.models import Suspension
from forums.subscriptions.actions import hand_over


@transaction.atomic
def claim(*, guest: Guest, user: User, now: datetime) -> int:
    """Make the guest's messages, topics, subscriptions and news the member's; returns how many messages moved. Safe to call twice.

    What nobody confirmed stays where it is: somebody else may have typed the address. A suspension moves along.
    """
    posts = Post.objects.filter(guest=guest).exclude(state=State.UNCONFIRMED)
    moved = posts.update(guest=None, author=user)
    Topic.objects.filter(guest=guest).exclude(state=State.UNCONFIRMED).update(guest=None, author=user)
    hand_over(guest=guest, user=user)
    Suspension.objects.filter(guest=guest).update(guest=None, user=user)
    prove(guest=guest, language=guest.language, now=now)
    Guest.objects.filter(pk=guest.pk).update(claimed_by=user)
    guest.claimed_by = user
    return moved
