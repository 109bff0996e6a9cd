"""Keys as JSON Web Keys and as PEM, and the names that follow from them."""

import base64
import hashlib
import json
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat, load_pem_private_key

Private = ed25519.Ed25519PrivateKey | rsa.RSAPrivateKey
RSA_BITS = 2048
KID_LENGTH = 11  # 66 bits of the thumbprint: short enough for the code on a paper


class NotAKey(ValueError):
    """This text is no private key of a kind that certificates are signed with."""


def b64url(data: bytes) -> str:
    """Return bytes as base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def new_private(algorithm: str) -> Private:
    """Return a new private key for this algorithm."""
    return ed25519.Ed25519PrivateKey.generate() if algorithm == "ed25519" else rsa.generate_private_key(65537, RSA_BITS)


def as_pem(private: Private) -> str:
    """Return a private key as unencrypted PKCS #8."""
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def from_pem(pem: str) -> Private:
    """Return the private key in this text. Raises `NotAKey`."""
    try:
        private = load_pem_private_key(pem.encode(), password=None)
    except (ValueError, TypeError) as error:
        raise NotAKey("not a private key in PEM without a passphrase") from error
    if not isinstance(private, ed25519.Ed25519PrivateKey | rsa.RSAPrivateKey):
        raise NotAKey("neither Ed25519 nor RSA")
    if isinstance(private, rsa.RSAPrivateKey) and private.key_size < RSA_BITS:
        raise NotAKey(f"an RSA key with fewer than {RSA_BITS} bits")
    return private


def algorithm_of(private: Private) -> str:
    """Return what a key signs with."""
    return "ed25519" if isinstance(private, ed25519.Ed25519PrivateKey) else "rs256"


def public_jwk(private: Private) -> dict[str, Any]:
    """Return the public half as a JSON Web Key with its name."""
    members = _members(private)
    alg = "EdDSA" if members["kty"] == "OKP" else "RS256"
    return {**members, "kid": _thumbprint(members)[:KID_LENGTH], "alg": alg, "use": "sig"}


def _members(private: Private) -> dict[str, str]:
    """Return what makes the key this key."""
    if isinstance(private, ed25519.Ed25519PrivateKey):
        raw = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        return {"crv": "Ed25519", "kty": "OKP", "x": b64url(raw)}
    numbers = private.public_key().public_numbers()
    return {"e": b64url(_bytes(numbers.e)), "kty": "RSA", "n": b64url(_bytes(numbers.n))}


def _bytes(number: int) -> bytes:
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def _thumbprint(members: dict[str, str]) -> str:
    """Return the thumbprint of RFC 7638."""
    return b64url(hashlib.sha256(json.dumps(members, sort_keys=True, separators=(",", ":")).encode()).digest())
