"""What a form tells about its filling: a field that people do not see, and when it was shown. Pure functions."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.core import signing

SALT = "forums.brakes.began"
FASTEST = 3  # seconds in which nobody reads a form, writes and sends it


@dataclass(frozen=True)
class Trap:
    """`website`: what stands in the field that people leave empty. `began`: the signed moment when it was shown ("": none came)."""

    website: str
    began: str


def stamp(now: datetime) -> str:
    """Return the signed word for the moment when a form is shown."""
    return signing.dumps(int(now.timestamp()), salt=SALT)


def is_ours(began: str) -> bool:
    """Return whether this is a word that `stamp` gave."""
    try:
        signing.loads(began, salt=SALT)
    except signing.BadSignature:
        return False
    return True


def was_too_fast(began: str, now: datetime) -> bool:
    """Return whether the form was filled faster than people do; a word that is not ours tells nothing, and so counts as too fast."""
    try:
        shown = datetime.fromtimestamp(signing.loads(began, salt=SALT), UTC)
    except (signing.BadSignature, ValueError, TypeError, OverflowError):
        return True
    return (now - shown).total_seconds() < FASTEST
