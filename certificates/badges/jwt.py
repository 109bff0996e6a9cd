"""The proof around a badge: the credential as a JSON Web Token, RS256, as Open Badges 3.0 asks every reader to know."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from joserfc import jwt
from joserfc.jwk import RSAKey


def signed_token(document: Mapping[str, Any], *, private: RSAPrivateKey, key_url: str) -> str:
    """Return the credential in compact form. `key_url` answers with the public key as JWK. The same in, the same out."""
    header = {"alg": "RS256", "kid": key_url, "typ": "JWT"}
    return jwt.encode(header, claims(document), RSAKey.import_key(private))  # type: ignore[arg-type]


def claims(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the credential with the registered claims that repeat it."""
    registered = {
        "iss": document["issuer"]["id"],
        "jti": document["id"],
        "sub": document["credentialSubject"]["id"],
        "nbf": _seconds(document["validFrom"]),
    }
    if until := document.get("validUntil"):
        registered["exp"] = _seconds(until)
    return {**document, **registered}


def _seconds(moment: str) -> int:
    return int(datetime.fromisoformat(moment).timestamp())
