"""The signed word in a link that stops exactly the mails that one mail was part of. Pure functions and settings."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation

from forums.subscriptions.choices import Rhythm

SALT = "forums.stop"
VALID_SECONDS = 400 * 24 * 60 * 60  # mails are kept and read late
MOST = 6  # things in one word: an address in a mail's head has to stay short
GENERAL = ("g", "")


@dataclass(frozen=True)
class Stop:
    """What a link asks: nothing more by mail to this person of these things.

    `kind`: "user" or "guest". `things`: pairs ("t", id of a topic), ("f", id of a forum), ("g", "") for answers and mentions, or
    ("r", a rhythm) for all that comes in this rhythm.
    """

    kind: str
    uid: UUID
    things: tuple[tuple[str, str], ...]


def token_for(stop: Stop) -> str:
    """Return the signed word."""
    return signing.dumps([stop.kind, stop.uid.hex, *("".join(thing) for thing in stop.things)], salt=SALT)


def read_token(token: str) -> Stop:
    """Return what a signed word asks. Raises signing.SignatureExpired or signing.BadSignature."""
    said = signing.loads(token, salt=SALT, max_age=VALID_SECONDS)
    try:
        kind, uid, *things = said
        return Stop(kind, UUID(uid), tuple(_read(thing) for thing in things))
    except (TypeError, ValueError, AttributeError):
        raise signing.BadSignature from None


def _read(word: str) -> tuple[str, str]:
    """Return a thing. Raises ValueError for a word that names none."""
    kind, name = word[:1], word[1:]
    known = {"t": UUID, "f": UUID, "r": Rhythm, "g": ("",).index}
    if kind not in known:
        raise ValueError(word)
    known[kind](name)  # type: ignore[operator]
    return kind, name


def stop_url(stop: Stop, language: str) -> str:
    """Return the full address of the page with the button."""
    with translation.override(language):
        return settings.SITE_URL + reverse("news-stop", args=[token_for(stop)])
