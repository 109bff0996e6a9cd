"""What nobody confirmed vanishes."""

from datetime import datetime, timedelta

from django.db import transaction

from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from forums.guests.models import Guest

KEPT_FOR = timedelta(days=7)
AT_ONCE = 100  # few rows a transaction: SQLite has one writer at a time


@transaction.atomic
def sweep_unconfirmed(*, now: datetime) -> int:
    """Remove some of the messages that waited seven days for their writer's button, with topics that hold nothing else.

    Guests who never proved their address go too once nothing is left of them. Returns how many messages went; the next sweep goes on.
    """
    old = Post.objects.filter(state=State.UNCONFIRMED, written_at__lt=now - KEPT_FOR).order_by("written_at")
    some = list(old.values_list("pk", "topic_id", "guest_id")[:AT_ONCE])
    if not some:
        return 0
    Post.objects.filter(pk__in=[pk for pk, _topic, _guest in some], state=State.UNCONFIRMED).delete()
    topics = {topic for _pk, topic, _guest in some}
    Topic.objects.filter(pk__in=topics, state=State.UNCONFIRMED, last_place=0, posts=None).delete()
    guests = {guest for _pk, _topic, guest in some if guest}
    Guest.objects.filter(pk__in=guests, confirmed_at=None, posts=None, claimed_by=None, suspensions=None).delete()
    return len(some)
