"""Questions about who follows what, and what is news to whom."""

from typing import Any

from django.db.models import Case, Count, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.expressions import Combinable

from accounts.models import User
from content.audience.rules import Reader
from forums.boards.models import Forum
from forums.discussions.models import Topic
from forums.discussions.rules import posts_visible_to
from forums.subscriptions.choices import MOST_COUNTED, NEWS_PER_PAGE, Rhythm
from forums.subscriptions.followers import Follower, by
from forums.subscriptions.models import News, Subscription


def subscription_of(follower: Follower, *, topic: Topic | None = None, forum: Forum | None = None) -> Subscription | None:
    """Return how this person follows a topic, a forum, or (neither) answers and mentions; None where she never said."""
    return Subscription.objects.filter(**by(follower), topic=topic, forum=forum).first()


def general_rhythm(follower: Follower) -> Rhythm:
    """Return how often she is told of answers and mentions: at once, unless she said otherwise."""
    row = subscription_of(follower)
    return Rhythm(row.rhythm) if row else Rhythm.AT_ONCE


def subscriptions_of(follower: Follower) -> QuerySet[Subscription]:
    """Return what this person follows, topics and forums, newest first."""
    rows = Subscription.objects.filter(**by(follower)).exclude(topic=None, forum=None)
    return rows.select_related("topic__forum", "forum").order_by("-made_at", "-pk")


def with_all_that_is_shown() -> QuerySet[News]:
    """Return news with everything that a mail or the page shows of it."""
    return News.objects.select_related("post__topic__forum", "post__author", "post__guest", "post__parent")


def also_of(user: Reader, what: str) -> dict[str, Combinable]:
    """Return annotations for a "topic" or "forum": how this member follows it (`rhythm`), and how many news she has (`news_count`, at
    most MOST_COUNTED): told by the row that her page asks for anyway. Nothing for strangers.
    """
    if not isinstance(user, User):
        return {}
    mine = Subscription.objects.filter(user=user.pk, **{what: OuterRef("pk")})
    return {"rhythm": Subquery(mine.values("rhythm")[:1]), "news_count": _unseen(user)}


def news_count(user: User) -> int:
    """Return how many news this member has not seen, at most MOST_COUNTED."""
    return News.objects.filter(user=user, seen_at=None)[:MOST_COUNTED].count()


def _unseen(user: User) -> Subquery:
    some = News.objects.filter(user=user.pk, seen_at=None).order_by().values("pk")[:MOST_COUNTED]
    counted = News.objects.filter(pk__in=some).order_by().annotate(one=Value(1)).values("one").annotate(n=Count("pk"))
    return Subquery(counted.values("n"))


def news_page(user: User, after: tuple[int, int] | None) -> list[News]:
    """Return up to one page and one line of this member's news: what she has not seen first, then the newest first.

    `after`: (1 for seen, id) of the last line of the page before. Posts that she may not read any more are left out.
    """
    is_seen = Case(When(seen_at=None, then=Value(0)), default=Value(1))
    rows = with_all_that_is_shown().filter(user=user, post__in=posts_visible_to(user)).annotate(is_seen=is_seen)
    if after:
        rows = rows.filter(Q(is_seen=after[0], pk__lt=after[1]) | Q(is_seen__gt=after[0]))
    return list(rows.order_by("is_seen", "-pk")[: NEWS_PER_PAGE + 1])


def held_about(user: User) -> dict[str, Any]:
    """Return what a member follows and what she was told of, as plain values for her own file."""
    follows = Subscription.objects.filter(user=user).order_by("pk")
    told = News.objects.filter(user=user).order_by("pk")
    return {
        "subscriptions": list(follows.values("topic__title", "topic__uid", "forum__uid", "rhythm", "made_at")),
        "news": list(told.values("post__uid", "reason", "made_at", "mailed_at", "seen_at")),
    }
