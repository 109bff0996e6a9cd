"""The signed word in a link that stops one kind of mail to one address. Holds no address. Pure functions and settings."""

from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation

from .addresses import hidden

SALT = "mail.stop"
VALID_SECONDS = 400 * 24 * 60 * 60  # mails are kept and read late


@dataclass(frozen=True)
class Stop:
    """What a link asks: no mail of this kind to this (hidden) address."""

    address_hash: str
    kind: str


def token_for(*, address: str, kind: str) -> str:
    """Return the signed word for an address and a kind."""
    return signing.dumps([hidden(address), kind], salt=SALT)


def read_token(token: str) -> Stop:
    """Return what a signed word asks. Raises signing.SignatureExpired or signing.BadSignature."""
    address_hash, kind = signing.loads(token, salt=SALT, max_age=VALID_SECONDS)
    return Stop(address_hash, kind)


def stop_url(*, address: str, kind: str, language: str) -> str:
    """Return the full address of the page with the button."""
    with translation.override(language):
        return settings.SITE_URL + reverse("mail-stop", args=[token_for(address=address, kind=kind)])
