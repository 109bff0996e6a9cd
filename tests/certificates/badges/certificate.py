"""One certificate with everything in it, and keys that are the same in every run."""

from datetime import UTC, datetime
from functools import lru_cache

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

from certificates.badges.achievement import Said
from certificates.badges.status import entry
from certificates.credentials.snapshot import Snapshot

NUMBER = "7K3M9QXTB2C4D6F8G0H1JMNPRS"
COURSE = "0b7a1f6e-8a51-4d1c-9a55-3f0c2f7f9b10"
ISSUER = "5d2c6e0a-91c1-4c9e-8c84-8f6a6f0b7f11"
DID = "did:web:academy.example.org"
METHOD = f"{DID}#e1"
AT = datetime(2026, 11, 21, 15, 30, 12, 987654, tzinfo=UTC)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
NAMES = {
    "accents": "São Tomé e Príncipe Conceição d'Ávila",
    "vietnamese": "Nguyễn Thị Ánh",
    "arabic": "محمد بن عبد الله",
    "chinese": "李小龙",
    "one name only": "Suharto",
    "120 letters": ("Maria da Conceição Aparecida dos Santos Oliveira " * 3)[:120],
    "signs of JSON and XML": 'Ana "Nita" <b>& ]]> \\ O\u2019Neil',
}


@lru_cache
def rsa_key() -> RSAPrivateKey:
    return generate_private_key(65537, 2048)


def words(**changed) -> Snapshot:
    said = {
        "name": NAMES["accents"],
        "kind": "completion",
        "course": {"pt": "Inspeção do trabalho infantil", "en": "Inspecting child labour"},
        "edition": "2026, segunda edição",
        "course_key": COURSE,
        "edition_uid": "4c0c9a52-6f5a-4a57-9f0e-2a1b3c4d5e6f",
        "hours": "32",
        "starts_on": "2026-09-01",
        "ends_on": "2026-11-15",
        "awarded_on": "2026-11-20",
        "percent": 87,
        "languages": ["pt", "en"],
        "issuer": {"name": "Academia da Cooperação Sul-Sul", "url": "https://academy.example.org", "did": DID},
        "country": "CV",
    }
    return Snapshot(**(said | changed))


def said(*, shows_percent=True, valid_until=datetime(2029, 11, 21, tzinfo=UTC), index=131_089, **changed) -> Said:
    return Said(
        words=words(**changed),
        number=NUMBER,
        did=DID,
        issued_at=AT,
        valid_until=valid_until,
        shows_percent=shows_percent,
        status=entry(ISSUER, index),
    )
