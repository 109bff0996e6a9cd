"""Somebody wants to be told of something, otherwise than before, or no longer."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from accounts.models import User
from forums.boards.models import Forum
from forums.discussions.models import Topic
from forums.guests.models import Guest
from forums.subscriptions.choices import Reason, Rhythm
from forums.subscriptions.followers import Follower, by
from forums.subscriptions.models import News, Subscription
from forums.subscriptions.queries import general_rhythm


@transaction.atomic
def subscribe(
    *, follower: Follower, topic: Topic | None = None, forum: Forum | None = None, rhythm: Rhythm | None = None, now: datetime
) -> Subscription:
    """Let somebody follow a topic, a forum, or (neither) answers and mentions; returns the row. Safe to call twice, and at once.

    `rhythm`: as she chose, also over an earlier choice; None leaves an earlier choice, and is else the one of her answers. With
    `Rhythm.NEVER` only the bell rings, and what was still to be mailed is not.
    """
    what: dict[str, Any] = {**by(follower), "topic": topic, "forum": forum}
    first = rhythm or (general_rhythm(follower) if topic or forum else Rhythm.AT_ONCE)
    row, is_new = Subscription.objects.get_or_create(**what, defaults={"rhythm": first, "made_at": now})
    if not is_new and rhythm and row.rhythm != rhythm:
        row.rhythm = rhythm
        row.save(update_fields=["rhythm"])
    if rhythm == Rhythm.NEVER:
        _not_by_mail(follower, topic, forum)
    return row


@transaction.atomic
def unsubscribe(*, follower: Follower, topic: Topic | None = None, forum: Forum | None = None, now: datetime) -> bool:
    """Follow a topic or forum no longer, or (neither) get no mails of answers and mentions. Returns whether anything changed."""
    if topic is None and forum is None:
        was = general_rhythm(follower)
        subscribe(follower=follower, rhythm=Rhythm.NEVER, now=now)
        return was != Rhythm.NEVER
    _not_by_mail(follower, topic, forum)
    return bool(Subscription.objects.filter(**by(follower), topic=topic, forum=forum).delete()[0])


@transaction.atomic
def follow_too(*, source: Topic, target: Topic) -> int:
    """Let whoever follows one topic follow another too, in the same rhythm, unless she has said something of that one. Returns how many."""
    rows = Subscription.objects.filter(topic=source)
    said = set(Subscription.objects.filter(topic=target).values_list("user", "guest"))
    new = [
        Subscription(user_id=row.user_id, guest_id=row.guest_id, topic=target, rhythm=row.rhythm, made_at=row.made_at)
        for row in rows
        if (row.user_id, row.guest_id) not in said
    ]
    return len(Subscription.objects.bulk_create(new, batch_size=500, ignore_conflicts=True))


@transaction.atomic
def silence(*, follower: Follower, rhythm: Rhythm, now: datetime) -> int:
    """Send this person nothing more in this rhythm, whatever it is of. Returns how many wishes changed."""
    rows = list(Subscription.objects.filter(**by(follower), rhythm=rhythm).select_related("topic", "forum"))
    for row in rows:
        subscribe(follower=follower, topic=row.topic, forum=row.forum, rhythm=Rhythm.NEVER, now=now)
    if rhythm == general_rhythm(follower):  # only where she never said: a row of hers was changed above
        return len(rows) + unsubscribe(follower=follower, now=now)
    return len(rows)


@transaction.atomic
def hand_over(*, guest: Guest, user: User) -> None:
    """Give what a guest follows, and her news, to the account that claims it; where both have a row, the account's stands."""
    for row in Subscription.objects.filter(guest=guest):
        if not Subscription.objects.filter(user=user, topic=row.topic_id, forum=row.forum_id).exists():
            Subscription.objects.filter(pk=row.pk).update(user=user, guest=None)
    Subscription.objects.filter(guest=guest).delete()
    News.objects.filter(guest=guest, post__in=News.objects.filter(user=user).values("post")).delete()
    News.objects.filter(guest=guest).update(user=user, guest=None)


def _not_by_mail(follower: Follower, topic: Topic | None, forum: Forum | None) -> None:
    """Take back what this wish still had to be mailed; the lines behind the bell stay."""
    if topic:
        why = Q(reason=Reason.TOPIC, post__topic=topic)
    elif forum:
        why = Q(reason=Reason.FORUM, post__topic__forum=forum)
    else:
        why = Q(reason__in=[Reason.MENTION, Reason.ANSWER])
    News.objects.filter(why, **by(follower), mailed_at=None, due_at__isnull=False).update(due_at=None)
