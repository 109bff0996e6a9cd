"""How long news are kept, and what goes with a person."""

from datetime import datetime, timedelta

from forums.subscriptions.followers import Follower, by
from forums.subscriptions.models import News, Subscription

DAYS = 90
SOME = 1000


def forget_old(*, now: datetime) -> int:
    """Remove the news of 90 days ago, some at a time. Returns how many."""
    old = News.objects.filter(made_at__lt=now - timedelta(days=DAYS)).order_by("made_at").values_list("pk", flat=True)[:SOME]
    return News.objects.filter(pk__in=list(old)).delete()[0]


def erase(*, follower: Follower) -> int:
    """Remove what a person follows, and her news. Returns how many rows; safe to call twice."""
    rows = (Subscription.objects.filter(**by(follower)), News.objects.filter(**by(follower)))
    return sum(found.delete()[0] for found in rows)
