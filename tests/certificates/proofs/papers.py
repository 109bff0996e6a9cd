"""Papers of an academy that only the tests know: a key, a claim, the text of its code."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certificates.proofs.claims import Claim
from certificates.proofs.compact import encoded, qr_text, sign
from certificates.proofs.keys import Published, published

SITE = "https://academy.example"
KID = "sstc-2026"
PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
NUMBER = "7QK3M9XW2RTB5HJ8ZC4FVNDPG6"
NAMES = [
    "São Tomé e Príncipe Conceição d'Ávila",
    "Nguyễn Thị Ánh",
    "محمد بن عبد الله",
    "李小龙",
    "Sukarno",
    "Wolfeschlegel " * 8 + "steinhau",
    'Ana "Naná" \\ O’Brien </script>',
]


def jwk(private: Ed25519PrivateKey = PRIVATE, kid: str = KID) -> dict[str, str]:
    return {"kty": "OKP", "crv": "Ed25519", "kid": kid, "x": encoded(private.public_key().public_bytes_raw()), "issuer": "SSTC Academy"}


def claim(**words: str) -> Claim:
    given = {
        "number": NUMBER,
        "name": NAMES[0],
        "course": "Inspeção do trabalho contra o trabalho infantil",
        "edition": "1.ª, fevereiro a março de 2026",
        "awarded_on": "2026-03-30",
        "kid": KID,
    }
    return Claim.of(**given | words)


def code(private: Ed25519PrivateKey = PRIVATE, site: str = SITE, **words: str) -> str:
    made = claim(**words)
    return qr_text(made, sign(made.message(), private), site)


def ours(**more: str) -> Published:
    return published([jwk()], [SITE])
