"""The proof that fits into a QR code: an address, the words of the paper, and an Ed25519 signature over both."""

from base64 import urlsafe_b64encode

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from certificates.proofs.claims import Claim

VERSION = "1"


def sign(message: bytes, private: Ed25519PrivateKey) -> bytes:
    """Return the signature of a claim's message: 64 bytes, always the same for the same message and key."""
    return private.sign(message)


def verify(message: bytes, signature: bytes, public: Ed25519PublicKey) -> bool:
    """Say whether the holder of the key signed exactly this message."""
    try:
        public.verify(signature, message)
    except InvalidSignature:
        return False
    return True


def address(site_url: str, number: str) -> str:
    """Return where a paper is verified on the site; it carries no language, the reader brings hers."""
    return f"{site_url.rstrip('/')}/verify/{number}/"


def qr_text(claim: Claim, signature: bytes, site_url: str) -> str:
    """Return what the QR code of a paper says. The proof stands behind the #: a browser keeps it for itself."""
    return f"{address(site_url, claim.number)}#{VERSION}.{claim.kid}.{encoded(claim.payload())}.{encoded(signature)}"


def encoded(data: bytes) -> str:
    """Return bytes as base64url without padding."""
    return urlsafe_b64encode(data).rstrip(b"=").decode()
