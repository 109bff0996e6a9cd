"""Sets of numbers and their algebra. Pure: no models, no request."""

from collections.abc import Iterable, Iterator, Sequence

from pyroaring import BitMap

EMPTY = BitMap()


def packed(numbers: Iterable[int]) -> bytes:
    """Return a set as bytes, as small as it gets."""
    found = numbers if isinstance(numbers, BitMap) else BitMap(numbers)
    found.run_optimize()
    return bytes(found.serialize())


def unpacked(held: bytes | memoryview) -> BitMap:
    """Return the set that these bytes are."""
    return BitMap.deserialize(bytes(held)) if held else BitMap()


def union(sets: Iterable[BitMap]) -> BitMap:
    """Return what is in any of these; nothing where there are none."""
    found = list(sets)
    return BitMap.union(*found) if found else BitMap()


def intersection(sets: Sequence[BitMap]) -> BitMap:
    """Return what is in all of these, the smallest first. Raises ValueError for none: everything is not a set."""
    if not sets:
        raise ValueError("An intersection of no sets is everything.")
    smallest, *others = sorted(sets, key=len)
    found = smallest.copy()
    for other in others:
        if not found:
            break
        found &= other
    return found


def at_least(sets: Sequence[BitMap], within: BitMap) -> list[BitMap]:
    """Return, for 1, 2, … all: what of `within` is in so many of these sets or in more."""
    found: list[BitMap] = []
    for one in sets:
        inside = one & within
        grown = [inside | found[0] if found else inside]
        grown += [(found[place - 1] & inside) | (found[place] if place < len(found) else EMPTY) for place in range(1, len(found) + 1)]
        found = grown
    return found


def tiers(within: BitMap, first: Sequence[BitMap], second: Sequence[BitMap]) -> Iterator[BitMap]:
    """Yield `within` in parts, the best first: by how many sets of `first` a number is in, then by how many of `second`."""
    for part in _steps(within, first):
        yield from _steps(part, second)


def _steps(within: BitMap, sets: Sequence[BitMap]) -> Iterator[BitMap]:
    left = within
    for level in reversed(at_least(sets, within)):
        part = level & left
        if part:
            yield part
            left = left - part
    if left:
        yield left


def newest(numbers: BitMap, start: int, stop: int) -> list[int]:
    """Return a slice of the numbers, the highest first: they are given in the order in which practices come out."""
    total = len(numbers)
    start, stop = max(start, 0), min(stop, total)
    if start >= stop:
        return []
    return list(reversed(numbers[total - stop : total - start]))


def slice_of(parts: Iterable[BitMap], start: int, stop: int) -> list[int]:
    """Return a slice of several parts laid one after another, each newest first; parts behind the slice are never asked for."""
    found: list[int] = []
    if stop <= start:
        return found
    for part in parts:
        found += newest(part, start, stop)
        start, stop = start - len(part), stop - len(part)
        if stop <= 0:
            break
    return found
