"""The sets of all facet values, remembered by each process and refreshed by what has changed: a few hundred rows read once, then none."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection

from content.audience.rules import Reader, is_member
from content.shelves.choices import CLOSED, FACET, OPEN
from content.shelves.models import ShelfPart, ShelfState
from content.shelves.queries import state
from content.shelves.sets import EMPTY, BitMap, union, unpacked

T = TypeVar("T")
_PREFIX = len(f"{FACET}:")


@dataclass(frozen=True)
class Memory:
    """The facet sets as of one stamp. `made` holds what was reckoned from them, until they change."""

    epoch: UUID
    stamp: int
    labels: int
    parts: dict[str, dict[int, BitMap]]
    sets: dict[str, BitMap]
    made: dict[Any, Any] = field(default_factory=dict)

    def of(self, facet: str, value: object) -> BitMap:
        """Return the set of a facet value; nothing for one that no practice has."""
        return self.sets.get(f"{facet}:{value}", EMPTY)

    def of_any(self, names: Iterable[str]) -> BitMap:
        """Return what is in any of these sets, reckoned once."""
        key = tuple(names)
        return self.once(key, lambda: union(self.sets[name] for name in key if name in self.sets))

    def once(self, key: Any, make: Callable[[], T]) -> T:
        """Return what `make` answers, asked once until the sets change."""
        if key not in self.made:
            self.made[key] = make()
        return self.made[key]  # type: ignore[no-any-return]

    def seen_by(self, user: Reader) -> BitMap:
        """Return the practices that this person may read."""
        return self.of_any([OPEN, CLOSED] if is_member(user) else [OPEN])


_kept: dict[str, Memory] = {}


def current() -> Memory:
    """Return the facet sets as they are now: one query, one more where something has changed since this process last looked."""
    now = state()
    key = f"{connection.vendor}:{connection.settings_dict['NAME']}"
    kept = _kept.get(key)
    if kept and (kept.epoch, kept.stamp, kept.labels) == (now.epoch, now.stamp, now.labels):
        return kept
    is_same = kept is not None and kept.epoch == now.epoch and kept.stamp <= now.stamp
    fresh = _refreshed(kept.parts if kept and is_same else {}, kept.stamp if kept and is_same else -1, now)
    _kept[key] = fresh
    return fresh


def _refreshed(parts: dict[str, dict[int, BitMap]], since: int, now: ShelfState) -> Memory:
    """Return the sets with the parts that were written after `since` in the place of older ones; those that are the same stay."""
    changed: dict[str, dict[int, BitMap]] = defaultdict(dict)
    rows = ShelfPart.objects.filter(shelf__is_facet=True, stamp__gt=since).values_list("shelf__name", "chunk", "bits")
    for name, chunk, bits in rows:
        changed[name[_PREFIX:]][chunk] = unpacked(bits)
    held = {**parts, **{name: {**parts.get(name, {}), **found} for name, found in changed.items()}}
    sets = {name: found for name, some in held.items() if (found := union(some.values()))}
    return Memory(now.epoch, now.stamp, now.labels, held, sets)
