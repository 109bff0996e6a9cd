"""News are seen."""

from datetime import datetime

from accounts.models import User
from forums.discussions.models import Topic
from forums.subscriptions.models import News


def mark_seen(*, user: User, topic: Topic, place: int, now: datetime) -> int:
    """Note that a member has read a topic up to a place: what stands there is no longer new to her. Returns how many lines changed."""
    return News.objects.filter(user=user, seen_at=None, post__topic=topic, post__place__lte=place).update(seen_at=now)


def mark_all_seen(*, user: User, now: datetime) -> int:
    """Note that a member has seen all her news up to now. Returns how many lines changed."""
    return News.objects.filter(user=user, seen_at=None, made_at__lte=now).update(seen_at=now)
