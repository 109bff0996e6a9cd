"""Make the badge of a certificate: when it is asked for, not when the certificate is issued.

Putting a credential into the one order that can be signed takes about as long as drawing the paper, and few holders ever take the badge.
Both signatures are of a kind without chance, and the time of signing is the time of issue: the same certificate gives the same bytes.
"""

from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from certificates.badges.achievement import Said, badge_of
from certificates.badges.addresses import key_url
from certificates.badges.integrity import proved
from certificates.badges.jwt import signed_token
from certificates.badges.queries import Revoked
from certificates.badges.status import entry, status_list
from certificates.credentials.models import Credential
from certificates.issuers.choices import Algorithm
from certificates.issuers.keys import NoKey, signing_key
from certificates.issuers.models import Issuer
from certificates.issuers.queries import did


def badge(credential: Credential) -> dict[str, Any]:
    """Return the certificate as a badge with its proof inside. Raises NoKey."""
    method, private = _ed25519(credential.issuer)
    return proved(badge_of(said_by(credential)), private=private, method=method, at=credential.issued_at)


def token(credential: Credential) -> str:
    """Return the certificate as a JSON Web Token. Raises NoKey."""
    key = signing_key(credential.issuer, Algorithm.RS256)
    if not isinstance(key.private, RSAPrivateKey):
        raise NoKey(key.kid)
    return signed_token(badge_of(said_by(credential)), private=key.private, key_url=key_url(key.kid))


def signed_list(issuer: Issuer, part: int, revoked: Revoked) -> dict[str, Any]:
    """Return one of an issuer's status lists with its proof inside. Raises NoKey."""
    method, private = _ed25519(issuer)
    bare = status_list(issuer=issuer.uid, did=did(), part=part, revoked=revoked.places, at=revoked.at)
    return proved(bare, private=private, method=method, at=revoked.at)


def said_by(credential: Credential) -> Said:
    """Return what a certificate says; its grade only where the paper shows it."""
    return Said(
        words=credential.words,
        number=credential.number,
        did=did(),
        issued_at=credential.issued_at,
        valid_until=credential.valid_until,
        shows_percent=credential.template is not None and credential.template.shows_percent,
        status=entry(credential.issuer.uid, credential.status_index),
    )


def _ed25519(issuer: Issuer) -> tuple[str, Ed25519PrivateKey]:
    key = signing_key(issuer, Algorithm.ED25519)
    if not isinstance(key.private, Ed25519PrivateKey):
        raise NoKey(key.kid)
    return f"{did()}#{key.kid}", key.private
