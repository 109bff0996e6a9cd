"""The proof inside a badge: W3C Data Integrity, cryptosuite eddsa-rdfc-2022."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pyld.jsonld import JsonLdError, JsonLdProcessor

from certificates.badges.contexts_pinned import load
from certificates.badges.moments import moment
from certificates.badges.multibase import base58, from_base58

SUITE = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022"}
OPTIONS = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": load}
Document = Mapping[str, Any]


class Unsayable(ValueError):
    """A document holds a word that its contexts do not know: a signature would not cover it."""


def canonical(document: Document) -> bytes:
    """Return what a document says, one statement a line, in the one order that everybody finds (RDFC-1.0).

    Raises Unsayable where a part would be left out, or a context is not pinned.
    """
    dropped: list[str] = []
    try:
        lines = JsonLdProcessor(on_property_dropped=dropped.append).normalize(dict(document), OPTIONS)
    except (JsonLdError, LookupError, TypeError, ValueError) as no:
        raise Unsayable(str(no)) from no
    if dropped:
        raise Unsayable(f"No context knows: {', '.join(map(str, dropped))}")
    return str(lines).encode()


def proved(document: Document, *, private: Ed25519PrivateKey, method: str, at: datetime) -> dict[str, Any]:
    """Return the document with its proof, as an array of one. `method` names the key. The same in, the same out.

    Raises Unsayable.
    """
    proof = SUITE | {"created": moment(at), "verificationMethod": method, "proofPurpose": "assertionMethod"}
    signature = private.sign(_digest(document, proof))
    return {**document, "proof": [proof | {"proofValue": base58(signature)}]}


def is_genuine(badge: Document, public: Ed25519PublicKey) -> bool:
    """Say whether the holder of a key proved exactly this document, with its first and only proof."""
    match badge:
        case {"proof": [{"proofValue": str(value), **proof}], **document} if proof.items() >= SUITE.items():
            try:
                public.verify(from_base58(value), _digest(document, proof))
            except (InvalidSignature, ValueError):
                return False
            return True
    return False


def _digest(document: Mapping[Any, Any], proof: Mapping[Any, Any]) -> bytes:
    stated = {"@context": document.get("@context"), **proof}
    return sha256(canonical(stated)).digest() + sha256(canonical(document)).digest()
