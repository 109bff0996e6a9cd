"""The published keys in the shapes that verifiers ask for: JSON Web Key Set, and the document behind did:web."""

from base64 import urlsafe_b64decode
from collections.abc import Iterable, Mapping
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from certificates.badges.multibase import multikey

CONTEXT = ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1", "https://w3id.org/security/jwk/v1"]
Jwk = Mapping[str, Any]


def key_set(keys: Iterable[Jwk]) -> dict[str, Any]:
    """Return public keys as a JSON Web Key Set."""
    return {"keys": [public_part(key) for key in keys]}


def public_part(key: Jwk) -> dict[str, Any]:
    """Return a key without anything that no public key has, should a private one ever have been written down."""
    return {name: key[name] for name in ("kty", "crv", "x", "n", "e", "kid", "alg", "use") if name in key}


def did_document(did: str, keys: Iterable[Jwk], also: Iterable[str] = ()) -> dict[str, Any]:
    """Return the document behind a site's did:web. Retired keys stay in it: what they signed stays true."""
    methods = [_method(did, key) for key in keys]
    document = {"@context": CONTEXT, "id": did, "verificationMethod": methods, "assertionMethod": [method["id"] for method in methods]}
    return document | ({"alsoKnownAs": known} if (known := list(also)) else {})


def _method(did: str, key: Jwk) -> dict[str, Any]:
    named = {"id": f"{did}#{key['kid']}", "controller": did}
    if key.get("crv") == "Ed25519":
        return named | {"type": "Multikey", "publicKeyMultibase": multikey(_ed25519(key["x"]))}
    return named | {"type": "JsonWebKey", "publicKeyJwk": public_part(key)}


def _ed25519(x: str) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(urlsafe_b64decode(x + "=" * (-len(x) % 4)))
