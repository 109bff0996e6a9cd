"""Where the dots of small countries go: near their place, and so far from one another that a finger hits one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from math import hypot

GAP = 25  # pixels between the middles: 24 for the finger (WCAG 2.5.8) and one between
STEP, REACH = 7, 301
Spot = tuple[float, float]
_NEIGHBOURS = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1)]


@cache
def _ways() -> list[tuple[int, int]]:
    """Return steps away from a place, the shortest first, to all sides alike."""
    side = range(-REACH, REACH + 1, STEP)
    return sorted(((x, y) for x in side for y in side if hypot(x, y) <= REACH), key=lambda way: (hypot(*way), way))


def spread(places: Mapping[str, Spot], *, around: Iterable[Spot], width: int, height: int) -> dict[str, Spot]:
    """Return a place for each dot, `GAP` from the others and from the points it must leave free, as near as there is room.

    The same places always come out the same, in whatever order they are given.
    """
    taken: defaultdict[tuple[int, int], list[Spot]] = defaultdict(list)  # in each square whatever could be too near to a point of it

    def take(x: float, y: float) -> None:
        column, row = int(x // GAP), int(y // GAP)
        for square in _NEIGHBOURS:
            taken[column + square[0], row + square[1]].append((x, y))

    def is_free(x: float, y: float) -> bool:
        if not (GAP / 2 <= x <= width - GAP / 2 and GAP / 2 <= y <= height - GAP / 2):
            return False
        near = taken.get((int(x // GAP), int(y // GAP)), ())
        return all((x - a) ** 2 + (y - b) ** 2 >= GAP**2 for a, b in near)

    for spot in around:
        take(*spot)
    found = {}
    for code, (x, y) in sorted(places.items()):
        spot = next(((x + dx, y + dy) for dx, dy in _ways() if is_free(x + dx, y + dy)), (x, y))
        take(*spot)
        found[code] = spot
    return found
