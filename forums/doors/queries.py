"""What every page of the forums asks first: one query, whatever the reader may do told in the same row."""

from uuid import UUID

from django.db.models import Exists, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.fields import BooleanField

from accounts.models import User
from content.audience.rules import Reader
from content.generation.models import Generation
from forums.boards.models import Forum
from forums.boards.rules import MODERATE
from forums.discussions.models import Topic
from forums.tracking.queries import read_up_to


def moderation_of(user: Reader) -> Exists | Value:
    """Return an annotation: whether this person moderates every forum. The right is asked with the row instead of by two queries."""
    if not isinstance(user, User):
        return Value(False, output_field=BooleanField())
    if user.is_superuser:
        return Value(user.is_active, output_field=BooleanField())
    codename = MODERATE.partition(".")[2]
    right = Q(groups__permissions__codename=codename) | Q(user_permissions__codename=codename)
    return Exists(User.objects.filter(right, pk=user.pk, is_active=True))


def topic_with(uid: UUID, user: Reader, also: dict[str, Combinable] | None = None) -> Topic | None:
    """Return the topic with its forum, how far this person has read (`read_place`), whether she moderates all (`has_reader_rank`), the
    generation of what is published (`generation`), and what a room above wants to know of it (`also`): one query.
    """
    found = Topic.objects.filter(uid=uid).select_related("forum", "accepted", "merged_into")
    return found.annotate(
        read_place=read_up_to(user),
        has_reader_rank=moderation_of(user),
        generation=Generation.objects.filter(pk=1).values("number")[:1],
        **(also or {}),
    ).first()


def forum_with(uid: UUID, user: Reader, also: dict[str, Combinable] | None = None) -> Forum | None:
    """Return the forum; otherwise like `topic_with`."""
    generation = Generation.objects.filter(pk=1).values("number")[:1]
    return Forum.objects.filter(uid=uid).annotate(has_reader_rank=moderation_of(user), generation=generation, **(also or {})).first()
