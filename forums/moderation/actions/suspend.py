"""A member, or a guest's address, may not write for a time. Never a network: whole ministries share one."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from forums.discussions.queries import Writer
from forums.moderation.choices import Verb
from forums.moderation.models import Decision, Suspension
from forums.moderation.queries import suspensions_of


@transaction.atomic
def suspend(*, person: Writer, moderator: User, reason: str, words: str = "", ends_at: datetime | None, now: datetime) -> Suspension:
    """Keep a person from writing until `ends_at`, or until she is released (None). The new one replaces others."""
    suspensions_of(person).in_force(now).update(released_at=now)
    made = Suspension.objects.create(**_by(person), reason=reason, words=words, begins_at=now, ends_at=ends_at)
    _note(Verb.SUSPEND, person, moderator, reason, words, made.pk, now)
    return made


@transaction.atomic
def release(*, person: Writer, moderator: User, words: str = "", now: datetime) -> bool:
    """Let a suspended person write again. Returns False where she may already."""
    held = suspensions_of(person).in_force(now).order_by("-pk").first()
    if held is None:
        return False
    suspensions_of(person).in_force(now).update(released_at=now)
    _note(Verb.RELEASE, person, moderator, held.reason, words, held.pk, now)
    return True


def lift(*, suspension: int, now: datetime) -> bool:
    """Undo a suspension (id): as if it had never been decided. Returns False where it was lifted already."""
    return bool(Suspension.objects.filter(pk=suspension, released_at=None).update(released_at=now))


def _by(person: Writer) -> dict[str, Writer]:
    return {"user": person} if isinstance(person, User) else {"guest": person}


def _note(verb: Verb, person: Writer, moderator: User, reason: str, words: str, suspension: int, now: datetime) -> None:
    Decision.objects.create(
        verb=verb, moderator=moderator, reason=reason, words=words, before={"suspension": suspension}, decided_at=now, **_by(person)
    )
