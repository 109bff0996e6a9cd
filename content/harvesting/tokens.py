"""Resumption tokens: where a list goes on, said by the last record given, so that what is changed meanwhile neither hides nor doubles one.

Lists are ordered by (changed, id). A record that changes moves to the end; those behind the last one given stay behind it. Nothing is kept
on our side: a token is signed, and holds for a week.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.core import signing

from content.harvesting.protocol import Selection, Wrong

SALT = "harvesting"
VALID = 7 * 24 * 60 * 60  # seconds


@dataclass(frozen=True)
class Place:
    """After the record changed at this moment with this id; `given` were given so far, of `total` at the beginning."""

    verb: str
    selection: Selection
    changed_at: datetime
    id: int
    given: int
    total: int


def token_of(place: Place) -> str:
    """Return the token that means this place."""
    chosen = place.selection
    held = [_number(chosen.since), _number(chosen.before), chosen.set, _number(place.changed_at), place.id, place.given, place.total]
    return signing.dumps([place.verb, *held], salt=SALT, compress=True)


def place_of(token: str, verb: str) -> Place:
    """Return the place that a token means. Raises Wrong for one that is not ours, of another verb, or older than a week."""
    try:
        said, since, before, set, changed_at, id, given, total = signing.loads(token, salt=SALT, max_age=VALID)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise Wrong("badResumptionToken", "The token is not ours, or older than a week: begin again.") from error
    if said != verb:
        raise Wrong("badResumptionToken", f"The token is one of {said}.")
    at = _moment(changed_at)
    if at is None:
        raise Wrong("badResumptionToken", "The token says no place.")
    return Place(verb, Selection(_moment(since), _moment(before), set), at, id, given, total)


def _number(at: datetime | None) -> int | None:
    return int(at.timestamp()) if at else None


def _moment(number: int | None) -> datetime | None:
    return datetime.fromtimestamp(number, UTC) if number is not None else None
