"""The signed link by which somebody is asked to write along: for one purpose, one address and one sending, for a month."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.translation import override

from content.contributing.choices import INVITED_FOR
from content.contributing.models import CoAuthor

LONGEST = 300
PURPOSE = "content.contributing.co-author"


@dataclass(frozen=True)
class Link:
    """What a link says: which invitation, of which sending (its second), until when."""

    co_author: UUID
    sent: int
    until: datetime


def token_for(co_author: CoAuthor, now: datetime) -> str:
    """Return the token of the link in the mail."""
    said = [co_author.uid.hex, int(co_author.invited_at.timestamp()), int((now + INVITED_FOR).timestamp())]
    return Signer(salt=PURPOSE, sep=".").sign_object(said)


def read_token(token: str) -> Link | None:
    """Return what a token says, also after its time; None for anything that we did not sign for this purpose."""
    try:
        said = Signer(salt=PURPOSE, sep=".").unsign_object(token) if len(token) <= LONGEST else None
    except BadSignature:
        return None
    return Link(UUID(said[0]), said[1], datetime.fromtimestamp(said[2], tz=UTC)) if said else None


def join_url(co_author: CoAuthor, now: datetime) -> str:
    """Return the whole address behind which somebody accepts to write along, in the language of the mail."""
    with override(co_author.language):
        return f"{settings.SITE_URL}{reverse('contribution-join', args=[token_for(co_author, now)])}"
