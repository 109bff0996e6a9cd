"""W3C Bitstring Status Lists: one bit for each credential, so that who asks about one does not tell which."""

import gzip
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from certificates.badges.addresses import status_url
from certificates.badges.contexts_pinned import CREDENTIALS
from certificates.badges.moments import moment

PLACES = 131_072  # in one list; the smallest that the standard allows
KEPT = 5 * 60 * 1000  # milliseconds that a reader may use a list before asking again


def entry(issuer: object, index: int) -> dict[str, str]:
    """Return what a credential says about its place: the list, and where in it."""
    part, place = divmod(index, PLACES)
    address = status_url(str(issuer), part)
    return {
        "id": f"{address}#{place}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(place),
        "statusListCredential": address,
    }


def status_list(*, issuer: object, did: str, part: int, revoked: Iterable[int], at: datetime) -> dict[str, Any]:
    """Return a list as a credential without its proof. `revoked`: places in the issuer's whole count; `at`: of the last change."""
    address = status_url(str(issuer), part)
    return {
        "@context": [CREDENTIALS],
        "id": address,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": did,
        "validFrom": moment(at),
        "credentialSubject": {
            "id": f"{address}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": encoded(place - part * PLACES for place in revoked if place // PLACES == part),
            "ttl": KEPT,
        },
    }


def encoded(places: Iterable[int]) -> str:
    """Return the list: first place leftmost, gzip (without a clock: the same each time), base64url behind a `u`."""
    bits = bytearray(PLACES // 8)
    for place in places:
        bits[place // 8] |= 0x80 >> place % 8
    return "u" + urlsafe_b64encode(gzip.compress(bytes(bits), mtime=0)).rstrip(b"=").decode()
