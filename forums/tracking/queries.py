"""How far somebody has read."""

from collections.abc import Iterable

from django.db.models import IntegerField, OuterRef, Subquery, Value
from django.db.models.expressions import Combinable

from accounts.models import User
from content.audience.rules import Reader
from forums.tracking.models import ReadMark


def read_up_to(user: Reader) -> Combinable:
    """Return an annotation for topics: the place up to which this person has read, 0 for none, null for strangers."""
    if not isinstance(user, User):
        return Value(None, output_field=IntegerField(null=True))
    return Subquery(ReadMark.objects.filter(user=user.pk, topic=OuterRef("pk")).values("place")[:1])


def marks_of(user: User, topics: Iterable[int]) -> dict[int, int]:
    """Return the places up to which a member has read these topics (ids)."""
    return dict(ReadMark.objects.filter(user=user, topic__in=topics).values_list("topic", "place"))
