"""Who may be told of what: people who can be reached and who may still read the post."""

from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from accounts.models import User
from forums.discussions.choices import State
from forums.discussions.models import Post
from forums.discussions.rules import can_see_post
from forums.guests.models import Guest
from forums.subscriptions.followers import Follower


def reachable_members(now: datetime) -> QuerySet[User]:
    """Return the members who are told of anything: neither gone nor suspended."""
    return User.objects.present().exclude(pk__in=User.objects.get_queryset().filter(_is_suspended(now)).values("pk"))


def reachable_guests(now: datetime) -> QuerySet[Guest]:
    """Return the guests who are told of anything: proven, neither suspended nor members by now."""
    proven = Guest.objects.filter(confirmed_at__isnull=False, erased_at=None, claimed_by=None)
    return proven.exclude(pk__in=Guest.objects.filter(_is_suspended(now)).values("pk"))


def can_be_told(follower: Follower, post: Post) -> bool:
    """Return whether this person may be told of this post: others read it, it is not hers, and she may read it now. A guest reads as a
    stranger does.
    """
    reader = AnonymousUser() if isinstance(follower, Guest) else follower
    writer = post.guest_id if isinstance(follower, Guest) else post.author_id
    if post.state != State.PUBLISHED or post.topic.state != State.PUBLISHED:
        return False
    return follower.pk != writer and can_see_post(reader, post)


def _is_suspended(now: datetime) -> Q:
    """Say who is suspended: the rows are those of moderation, a room above, reached from the person."""
    lasts = Q(suspensions__ends_at=None) | Q(suspensions__ends_at__gt=now)
    return Q(lasts, suspensions__begins_at__lte=now, suspensions__released_at=None)
