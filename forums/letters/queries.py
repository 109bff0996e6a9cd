"""Questions that mails ask."""

from datetime import datetime
from uuid import UUID

from forums.letters.stopping import GENERAL
from forums.subscriptions.choices import Rhythm
from forums.subscriptions.followers import Follower, by
from forums.subscriptions.models import News, Subscription


def rhythms_of(follower: Follower) -> dict[tuple[str, str], Rhythm]:
    """Return how often she is told of each thing that she said something about; things as in `forums.letters.stopping`."""
    rows = Subscription.objects.filter(**by(follower)).values_list("topic__uid", "forum__uid", "rhythm")
    return {_thing(topic, forum): Rhythm(rhythm) for topic, forum, rhythm in rows}


def _thing(topic: UUID | None, forum: UUID | None) -> tuple[str, str]:
    if topic:
        return "t", topic.hex
    return ("f", forum.hex) if forum else GENERAL


def due_people(now: datetime, most: int) -> list[tuple[int | None, int | None]]:
    """Return some of those to whom a mail is due, as ids of a member or of a guest."""
    due = News.objects.filter(mailed_at=None, due_at__lte=now)
    return list(due.order_by("user", "guest").values_list("user", "guest").distinct()[:most])
