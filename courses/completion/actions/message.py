"""A learner's message in a discussion of her course counts."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from content.audience.rules import is_member
from courses.completion.actions.note import note_deed
from courses.completion.choices import Deed
from courses.completion.models import Happening, UnitProgress
from courses.completion.queries import course_of_unit
from courses.enrolment.models import Enrolment
from forums.discussions.models import Post


@transaction.atomic
def note_message(*, post: Post, now: datetime, change: str = "") -> list[UnitProgress]:
    """Note that a message can be read, for whoever wrote it as one who takes part. `change`: `removed` or `restored`, of one noted before.

    The forum is that of a module or discussion: the public one, or that of the learner's edition. Returns the summaries that follow.
    """
    key = post.topic.forum.key
    if key is None or post.author_id is None:
        return []
    data = {"post": str(post.uid), "is_removed": change == "removed"}
    token = f"{post.uid} {change} {now.isoformat()}" if change else str(post.uid)
    found = _noted(post, key) if change else _taking_part(post, key)
    return [note_deed(enrolment=row, unit_key=key, deed=Deed.POSTED, token=token, data=data, now=now) for row in found]


def _noted(post: Post, key: UUID) -> list[Enrolment]:
    """Return the enrolments for which this message was noted."""
    deeds = Happening.objects.filter(enrolment__person=post.author_id, unit_key=key, deed=Deed.POSTED, token=str(post.uid))
    return list(Enrolment.objects.filter(pk__in=deeds.values("enrolment")).select_related("edition"))


def _taking_part(post: Post, key: UUID) -> list[Enrolment]:
    """Return the enrolment, in an edition that is not closed, in which its writer wrote it."""
    if not is_member(post.author):
        return []
    rows = (
        Enrolment.objects.active()
        .filter(person=post.author_id, edition__closed_at=None)
        .select_related("edition")
        .order_by("-since", "-pk")
    )
    audience = post.topic.forum.audience
    mine = [row for row in rows if not audience or row.edition.audience == audience]
    course_key = course_of_unit(key) if mine else None
    return [row for row in mine if row.edition.course_key == course_key][:1]
