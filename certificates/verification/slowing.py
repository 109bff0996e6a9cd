"""Slowing down who guesses, and nobody else: only numbers that do not exist are counted, since whole ministries share one address.

Numbers have 130 bits, so that nobody finds one by trying; names are short, so each certificate is asked for its name only so often.
"""

from datetime import datetime

from django.http import HttpRequest

from certificates.credentials.models import Credential
from limits.actions import hit, pause
from limits.queries import address_of, range_of, wait_for

MISSES = 60
MISSES_OF_A_RANGE = 600
SECONDS = 15 * 60
NAMES_A_DAY = 100
DAY = 24 * 60 * 60
FILES = 200
FILES_OF_A_RANGE = 600


def _misses(request: HttpRequest) -> list[tuple[str, int]]:
    address = address_of(request)
    return [(f"address {address}", MISSES), (f"range {range_of(address)}", MISSES_OF_A_RANGE)]


def wait_of(request: HttpRequest, now: datetime) -> int:
    """Return the seconds that this address must wait before it asks for another number; 0: it may ask."""
    return max(wait_for(name="verify", key=key, limit=limit, now=now) for key, limit in _misses(request))


def missed(request: HttpRequest, now: datetime) -> None:
    """Note that a number was asked for that does not exist."""
    for key, limit in _misses(request):
        hit(name="verify", key=key, limit=limit, seconds=SECONDS, now=now)


def wait_after_file(request: HttpRequest, now: datetime) -> int:
    """Count a file that is to be read; return the seconds to wait where this address or its network brought too many, else 0."""
    address = address_of(request)
    keys = [(f"address {address}", FILES), (f"range {range_of(address)}", FILES_OF_A_RANGE)]
    return max(hit(name="verify file", key=key, limit=limit, seconds=SECONDS, now=now).retry_after for key, limit in keys)


def wait_after_name(request: HttpRequest, credential: Credential, now: datetime) -> int:
    """Count a name that is to be compared; return the seconds to wait where this one must wait, else 0. Three tries are free."""
    near = pause(name="verify name", key=f"{credential.number} {range_of(address_of(request))}", now=now)
    if not near.allowed:
        return near.retry_after
    return hit(name="verify names", key=credential.number, limit=NAMES_A_DAY, seconds=DAY, now=now).retry_after
