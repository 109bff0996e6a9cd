"""The published keys: which name stands for which public key, and under which addresses the papers send their readers."""

import json
import re
from base64 import urlsafe_b64decode
from binascii import Error
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

INSIDE_PAGE = re.compile(r'<script type="application/json" id="published">(?P<json>.*?)</script>', re.DOTALL)


class BadKeys(ValueError):
    """This file holds no keys that can be used; the text says why."""


@dataclass(frozen=True)
class Published:
    """Public keys by name, and the addresses (without a slash at the end) that stand before /verify/ on our papers; none: any will do."""

    keys: Mapping[str, Ed25519PublicKey]
    sites: tuple[str, ...] = field(default=())


def published(jwks: Iterable[Mapping[str, Any]], sites: Iterable[str] = ()) -> Published:
    """Return the Ed25519 keys of a JSON Web Key Set; keys of other kinds are for other proofs and passed over. Raises BadKeys."""
    keys = {}
    for jwk in jwks:
        if (jwk.get("kty"), jwk.get("crv")) == ("OKP", "Ed25519"):
            keys[str(jwk.get("kid"))] = _public(jwk)
    return Published(keys, tuple(site.rstrip("/") for site in sites))


def from_file(text: str) -> Published:
    """Return the keys that a file holds: a JSON Web Key Set, or the page that proves papers without a network. Raises BadKeys."""
    inside = INSIDE_PAGE.search(text)
    try:
        data = json.loads(inside["json"] if inside else text)
        found = published(data["keys"], data.get("sites", ()))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as no:
        raise BadKeys("This file is neither a set of keys (JWKS) nor our page for proving papers.") from no
    if not found.keys:
        raise BadKeys("This file holds no Ed25519 key.")
    return found


def _public(jwk: Mapping[str, Any]) -> Ed25519PublicKey:
    text = str(jwk.get("x", ""))
    try:
        return Ed25519PublicKey.from_public_bytes(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, Error) as no:
        raise BadKeys(f"The key {jwk.get('kid')} is not a key.") from no
