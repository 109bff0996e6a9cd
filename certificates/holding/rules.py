"""Whose certificates they are."""

from datetime import datetime

from django.db.models import Q, QuerySet

from certificates.credentials.choices import EXPIRED, Stage, State
from certificates.credentials.models import Award, Credential
from content.audience.rules import Reader, is_member

SHOWABLE = (State.VALID, EXPIRED)


def can_hold(user: Reader, credential: Credential) -> bool:
    """Return whether this certificate is this person's own."""
    return is_member(user) and credential.person_id == user.pk  # type: ignore[union-attr]


def held_by(user: Reader) -> QuerySet[Credential]:
    """Return the certificates that this person holds: the twin of `can_hold`."""
    return Credential.objects.filter(person=user.pk) if is_member(user) else Credential.objects.none()  # type: ignore[union-attr]


def can_see_award(user: Reader, award: Award) -> bool:
    """Return whether this award is this person's own."""
    return is_member(user) and award.person_id == user.pk  # type: ignore[union-attr]


def awarded_to(user: Reader) -> QuerySet[Award]:
    """Return the awards of this person: the twin of `can_see_award`."""
    return Award.objects.filter(person=user.pk) if is_member(user) else Award.objects.none()  # type: ignore[union-attr]


def can_show(credential: Credential, now: datetime) -> bool:
    """Return whether its holder may hand it on: it is valid, or its time is over; what was taken back is not shown any more."""
    return credential.standing(now) in SHOWABLE


def can_confirm(award: Award) -> bool:
    """Return whether the name is still to be chosen: nothing is made yet."""
    return award.state in (Stage.WAITING, Stage.HELD)


def shared_now() -> QuerySet[Credential]:
    """Return the certificates that whoever has the link may see."""
    return Credential.objects.filter(Q(state=State.VALID), is_shared=True, share_token__isnull=False)
