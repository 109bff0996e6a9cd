"""The one place where bits are written: always with the state locked, so that changes follow one another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from content.shelves.choices import FACET, chunk_of
from content.shelves.models import Shelf, ShelfPart, ShelfState
from content.shelves.sets import BitMap, packed, unpacked

AT_ONCE = 400  # rows of one statement


def locked() -> ShelfState:
    """Return the state, locked until the end of the caller's transaction, its stamp one higher. Who comes second waits."""
    if not ShelfState.objects.filter(pk=1).exists():
        ShelfState.objects.bulk_create([ShelfState(pk=1)], ignore_conflicts=True)
    state = ShelfState.objects.select_for_update().get(pk=1)
    state.stamp += 1
    state.save(update_fields=["stamp"])
    return state


def ids_of(*, names: Iterable[str]) -> dict[str, int]:
    """Return the id of each shelf, made where there is none yet."""
    wanted = sorted(set(names))
    found: dict[str, int] = {}
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        found |= _held(some)
        missing = [name for name in some if name not in found]
        if missing:
            Shelf.objects.bulk_create([Shelf(name=name, is_facet=name.startswith(f"{FACET}:")) for name in missing], ignore_conflicts=True)
            found |= _held(missing)
    return found


def _held(names: list[str]) -> dict[str, int]:
    return dict(Shelf.objects.filter(name__in=names).values_list("name", "pk"))


def change(*, add: Mapping[int, Iterable[int]], remove: Mapping[int, Iterable[int]], stamp: int) -> int:
    """Set and clear bits: shelf → numbers. Call with the state locked. Returns how many rows were written."""
    parts: dict[int, dict[int, tuple[list[int], list[int]]]] = defaultdict(lambda: defaultdict(lambda: ([], [])))
    for place, wanted in enumerate((add, remove)):
        for shelf, numbers in wanted.items():
            for number in numbers:
                parts[chunk_of(number)][shelf][place].append(number)
    return sum(_change_chunk(chunk, shelves, stamp) for chunk, shelves in parts.items())


def _change_chunk(chunk: int, shelves: Mapping[int, tuple[list[int], list[int]]], stamp: int) -> int:
    ids, written = sorted(shelves), 0
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        held = dict(ShelfPart.objects.filter(chunk=chunk, shelf__in=some).values_list("shelf_id", "bits"))
        rows = {}
        for shelf in some:
            plus, minus = shelves[shelf]
            bits = unpacked(held.get(shelf, b""))
            changed = (bits | BitMap(plus)) - BitMap(minus)
            if changed != bits:
                rows[shelf] = changed
        written += put(chunk=chunk, rows=rows, stamp=stamp)
    return written


def put(*, chunk: int, rows: Mapping[int, BitMap], stamp: int) -> int:
    """Write whole parts: shelf → numbers. Call with the state locked. Returns how many rows were written."""
    found = [ShelfPart(shelf_id=shelf, chunk=chunk, bits=packed(bits), stamp=stamp) for shelf, bits in rows.items()]
    ShelfPart.objects.bulk_create(
        found, batch_size=AT_ONCE, update_conflicts=True, unique_fields=["shelf", "chunk"], update_fields=["bits", "stamp"]
    )
    return len(found)
