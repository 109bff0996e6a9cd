"""Reading is noted."""

from datetime import datetime

from django.db.models import F, Value
from django.db.models.functions import Greatest

from accounts.models import User
from forums.discussions.models import Topic
from forums.tracking.models import ReadMark


def mark_read(*, user: User, topic: Topic, place: int, now: datetime) -> None:
    """Note that a member has read a topic up to a place; she never un-reads. Safe when two of her windows do so at once."""
    mark = ReadMark(user=user, topic=topic, place=place, read_at=now)
    if not ReadMark.objects.filter(user=user, topic=topic).update(place=Greatest(F("place"), Value(place)), read_at=now):
        ReadMark.objects.bulk_create([mark], ignore_conflicts=True)
