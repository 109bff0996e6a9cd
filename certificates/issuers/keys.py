"""The key that an issuer signs with now."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from certificates.issuers.jwk import NotAKey, Private
from certificates.issuers.keyring import KeyFileBroken, private_key
from certificates.issuers.models import Issuer


class NoKey(Exception):
    """Nothing can be signed. The message is a sentence for staff."""


@dataclass(frozen=True)
class PrivateKey:
    """A key in use: its name, what it signs with, and its private half (of `cryptography`)."""

    kid: str
    algorithm: str
    private: Private


@dataclass(frozen=True)
class Seal:
    """The operator's PKCS #12 file that seals papers, and its passphrase."""

    p12: bytes
    passphrase: bytes


def signing_key(issuer: Issuer, algorithm: str) -> PrivateKey:
    """Return the key that this issuer signs with. Raises `NoKey`, with a sentence that says what is missing."""
    kid = issuer.keys.in_use().filter(algorithm=algorithm).values_list("kid", flat=True).first()
    if kid is None:
        raise NoKey(_("%(issuer)s has no signing key yet. The operator makes one with “rotate_keys”.") % {"issuer": issuer.name})
    try:
        private = private_key(kid)
    except (KeyFileBroken, NotAKey) as error:
        raise NoKey(_("The private part of the signing key %(key)s cannot be read. Please tell the operator.") % {"key": kid}) from error
    if private is None:
        raise NoKey(_("The private part of the signing key %(key)s is missing. Please tell the operator.") % {"key": kid})
    return PrivateKey(kid=kid, algorithm=algorithm, private=private)


def seal() -> Seal | None:
    """Return what papers are sealed with, or None where the operator named nothing. Raises `NoKey` where the file cannot be read."""
    if not settings.CERTIFICATE_PADES_FILE:
        return None
    try:
        content = Path(settings.CERTIFICATE_PADES_FILE).read_bytes()
    except OSError as error:
        raise NoKey(_("The file that seals the papers cannot be read. Please tell the operator.")) from error
    return Seal(p12=content, passphrase=settings.CERTIFICATE_PADES_PASSPHRASE.encode())
