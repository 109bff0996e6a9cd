"""A cohort picked and sorted. Pure."""

import unicodedata
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

from courses.cohorts.choices import Order
from courses.cohorts.standings import Row

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
SAME = ("country", "institution", "language", "standing")


def sifted(rows: Iterable[Row], wishes: dict[str, Any]) -> list[Row]:
    """Return the rows that fit every wish, sorted. Wishes: country, institution, language, standing, is_stuck, is_late, order."""
    kept = [row for row in rows if _fits(row, wishes)]
    order = wishes.get("order") or Order.NAME
    return sorted(sorted(kept, key=by_name), key=KEYS[order])


def by_name(row: Row) -> str:
    """Return what sorts people as a reader expects: accents and case do not count."""
    plain = unicodedata.normalize("NFKD", row.name)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def _fits(row: Row, wishes: dict[str, Any]) -> bool:
    if any(wishes.get(name) and wishes[name] != getattr(row, name) for name in SAME):
        return False
    if wishes.get("is_stuck") and row.stuck_since is None:
        return False
    return not wishes.get("is_late") or bool(row.late)


KEYS: dict[str, Callable[[Row], Any]] = {
    Order.NAME: by_name,
    Order.LEAST: lambda row: row.done,
    Order.MOST: lambda row: -row.done,
    Order.SEEN: lambda row: -(row.seen_at or LONG_AGO).timestamp(),
    Order.UNSEEN: lambda row: (row.seen_at or LONG_AGO).timestamp(),
}
