"""Who gets no mail, by the reader's wish or because the address does not exist."""

from datetime import datetime

from ..addresses import hidden
from ..choices import ANY_KIND, Cause
from ..models import Suppression


def suppress(*, address_hash: str, kind: str, now: datetime) -> bool:
    """Stop one kind of mail at a reader's wish. Safe to call twice; returns whether it was new."""
    return _add(address_hash, kind, Cause.ASKED, now)


def suppress_address(*, address: str, now: datetime) -> bool:
    """Stop every kind of mail to an address that does not exist. Safe to call twice."""
    return _add(hidden(address), ANY_KIND, Cause.UNKNOWN, now)


def resume(*, address_hash: str, kind: str) -> None:
    """Let one kind of mail go again, at a reader's wish. Safe to call twice."""
    Suppression.objects.filter(address_hash=address_hash, kind=kind, cause=Cause.ASKED).delete()


def _add(address_hash: str, kind: str, cause: Cause, now: datetime) -> bool:
    row = {"cause": cause, "made_at": now}
    return Suppression.objects.get_or_create(address_hash=address_hash, kind=kind, defaults=row)[1]
