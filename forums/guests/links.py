"""Signed links of guests. One confirms one message within a day; one opens, for a year, all that an address wrote.

Each kind is signed under a name of its own, so that neither stands in for the other. Its end is inside, so that the clock is passed in.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.translation import override

CONFIRM_FOR = timedelta(hours=24)
OPEN_FOR = timedelta(days=365)
LONGEST = 400
_CONFIRM, _OPEN = "forums.guests.confirm", "forums.guests.open"


@dataclass(frozen=True)
class Confirmation:
    """What a link to confirm says: whose message, which, whether she wants to be told of answers, until when."""

    guest: UUID
    post: UUID
    follows: bool
    until: datetime


@dataclass(frozen=True)
class Opening:
    """What a link to one's messages says: whose, of which turn, until when."""

    guest: UUID
    turn: int
    until: datetime


def confirm_token(*, guest: UUID, post: UUID, follows: bool, now: datetime) -> str:
    """Return the token of a link that confirms a message."""
    return _signed(_CONFIRM, [guest.hex, post.hex, int(follows), _seconds(now + CONFIRM_FOR)])


def open_token(*, guest: UUID, turn: int, now: datetime) -> str:
    """Return the token of a link that opens all that a guest wrote."""
    return _signed(_OPEN, [guest.hex, turn, _seconds(now + OPEN_FOR)])


def read_confirmation(token: str) -> Confirmation | None:
    """Return what the token says, also after its time; None for anything that we did not sign for this purpose."""
    said = _read(_CONFIRM, token)
    return Confirmation(UUID(said[0]), UUID(said[1]), bool(said[2]), _moment(said[3])) if said else None


def read_opening(token: str) -> Opening | None:
    """Return what the token says, also after its time; None for anything that we did not sign for this purpose."""
    said = _read(_OPEN, token)
    return Opening(UUID(said[0]), said[1], _moment(said[2])) if said else None


def full_url(name: str, token: str, language: str) -> str:
    """Return the whole address of a guest's page in this language."""
    with override(language):
        return f"{settings.SITE_URL}{reverse(name, args=[token])}"


def messages_url(*, guest: UUID, turn: int, language: str, now: datetime) -> str:
    """Return the whole address of “my messages”, as every mail to a guest bears it."""
    return full_url("guest-messages", open_token(guest=guest, turn=turn, now=now), language)


def _signer(purpose: str) -> Signer:
    return Signer(salt=purpose, sep=".")


def _signed(purpose: str, said: list[Any]) -> str:
    return _signer(purpose).sign_object(said)


def _read(purpose: str, token: str) -> list[Any] | None:
    try:
        return _signer(purpose).unsign_object(token) if len(token) <= LONGEST else None
    except BadSignature:
        return None


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, tz=UTC)
