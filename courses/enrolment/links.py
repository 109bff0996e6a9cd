"""The signed link of an invitation: for one purpose, for one address, for a month. Its end is inside, so that the clock is passed in."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.translation import override

from courses.enrolment.models import Invitation

HOLDS_FOR = timedelta(days=30)
LONGEST = 300
PURPOSE = "courses.enrolment.invitation"


@dataclass(frozen=True)
class Link:
    """What a link says: which invitation, of which sending (its second), until when."""

    invitation: UUID
    sent: int
    until: datetime


def invitation_token(invitation: Invitation, now: datetime) -> str:
    """Return the token of the link in the mail."""
    said = [invitation.uid.hex, int(invitation.sent_at.timestamp()), int((now + HOLDS_FOR).timestamp())]
    return Signer(salt=PURPOSE, sep=".").sign_object(said)


def read_invitation(token: str) -> Link | None:
    """Return what the token says, also after its time; None for anything that we did not sign for this purpose."""
    try:
        said = Signer(salt=PURPOSE, sep=".").unsign_object(token) if len(token) <= LONGEST else None
    except BadSignature:
        return None
    return Link(UUID(said[0]), said[1], datetime.fromtimestamp(said[2], tz=UTC)) if said else None


def invitation_url(invitation: Invitation, now: datetime) -> str:
    """Return the whole address behind which an invitation is accepted, in its language."""
    with override(invitation.language):
        return f"{settings.SITE_URL}{reverse('invitation', args=[invitation_token(invitation, now)])}"
