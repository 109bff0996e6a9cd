"""The whole index made anew from the pages, while the site goes on: read without a lock, written in short transactions.

What a job changes meanwhile has a later stamp than the rebuild; it is put right at the end, so that no bit is left where it has no reason.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import TypeVar
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet

from content.shelves.actions.shelving import fill, write_items
from content.shelves.actions.writing import change, ids_of, locked, put
from content.shelves.choices import CHUNK_BITS, chunk_of
from content.shelves.models import Shelf, ShelfItem, ShelfPart
from content.shelves.queries import facts_of_all, own_pages
from content.shelves.reading import names_of
from content.shelves.sets import BitMap, packed, unpacked

Say = Callable[[str], object]
T = TypeVar("T")
READ = 250  # practices read at once
WRITTEN = 400  # rows of one transaction
TOLD = 5000  # practices between two lines of progress
NUMBERED = 1000


def rebuild(*, say: Say = lambda text: None) -> int:
    """Make the index anew; numbers stay as they are. Returns how many practices it holds. Safe at any time, and after it was broken off."""
    with transaction.atomic():
        begun = locked().stamp
    _number_missing()
    _forget_gone()
    total = ShelfItem.objects.count()
    chunks = sorted({chunk_of(number) for number in ShelfItem.objects.values_list("pk", flat=True).iterator()})
    done = 0
    for chunk in chunks:
        done = _Chunk(chunk, begun, say, done, total).rebuild()
    _tidy(chunks)
    return done


def _number_missing() -> None:
    """Give a number to each live practice that has none, in the order in which they came out."""
    known = set(ShelfItem.objects.values_list("translation_key", flat=True).iterator())
    rows = own_pages().order_by("first_published_at", "pk").values_list("translation_key", flat=True)
    missing = [key for key in dict.fromkeys(rows.iterator()) if key not in known]
    for start in range(0, len(missing), NUMBERED):
        with transaction.atomic():
            locked()
            some = missing[start : start + NUMBERED]
            held = set(ShelfItem.objects.filter(translation_key__in=some).values_list("translation_key", flat=True))
            ShelfItem.objects.bulk_create([ShelfItem(translation_key=key) for key in some if key not in held])


def _forget_gone() -> None:
    """Take away the items of practices that are not live; their bits go when their part is written."""
    live = set(own_pages().values_list("translation_key", flat=True).iterator())
    gone = [key for key in ShelfItem.objects.values_list("translation_key", flat=True).iterator() if key not in live]
    for start in range(0, len(gone), NUMBERED):
        with transaction.atomic():
            locked()
            some = gone[start : start + NUMBERED]
            live_again = own_pages().filter(translation_key__in=some).values("translation_key")
            ShelfItem.objects.filter(translation_key__in=some).exclude(translation_key__in=live_again).delete()


class _Chunk:
    """One stretch of numbers, rebuilt."""

    def __init__(self, chunk: int, begun: int, say: Say, done: int, total: int) -> None:
        self.chunk, self.begun, self.say, self.done, self.total = chunk, begun, say, done, total
        self.bits: dict[int, BitMap] = defaultdict(BitMap)  # shelf → numbers
        self.ids: dict[str, int] = {}
        self.mine: dict[int, bytes] = {}  # number → the shelves that this rebuild read for it

    @property
    def items(self) -> QuerySet[ShelfItem]:
        """The items whose numbers lie in this stretch."""
        return ShelfItem.objects.filter(pk__gte=self.chunk << CHUNK_BITS, pk__lt=(self.chunk + 1) << CHUNK_BITS)

    def rebuild(self) -> int:
        """Read, write, drop what nothing stands on any more, and put right what was changed meanwhile. Returns the progress."""
        keys = list(self.items.order_by("pk").values_list("translation_key", flat=True))
        for some in _slices(keys, READ):
            self._read(some)
        self._write()
        self._drop()
        self._mend()
        return self.done

    def _read(self, keys: list[UUID]) -> None:
        facts = facts_of_all(keys)
        names = {key: names_of(told) for key, told in facts.items()}
        self.ids |= ids_of(names={name for found in names.values() for name in found} - self.ids.keys())
        with transaction.atomic():
            locked()
            items = [item for item in self.items.filter(translation_key__in=keys, stamp__lte=self.begun) if item.translation_key in facts]
            for item in items:
                shelves = BitMap(self.ids[name] for name in names[item.translation_key])
                item.shelves = self.mine[item.pk] = packed(shelves)
                fill(item=item, facts=facts[item.translation_key], stamp=self.begun)
                for shelf in shelves:
                    self.bits[shelf].add(item.pk)
            write_items(items=items, facts=facts)
        before, self.done = self.done, self.done + len(keys)
        if before // TOLD != self.done // TOLD or self.done == self.total:
            self.say(f"practices shelved: {self.done} of {self.total}")

    def _write(self) -> None:
        for some in _slices(sorted(self.bits), WRITTEN):
            with transaction.atomic():
                put(chunk=self.chunk, rows={shelf: self.bits[shelf] for shelf in some}, stamp=locked().stamp)

    def _drop(self) -> None:
        held = ShelfPart.objects.filter(chunk=self.chunk).values_list("pk", "shelf_id")
        idle = [pk for pk, shelf in held.iterator() if shelf not in self.bits]
        for some in _slices(idle, WRITTEN):
            with transaction.atomic():
                locked()
                ShelfPart.objects.filter(pk__in=some).delete()

    def _mend(self) -> None:
        """Read those again that a job changed meanwhile; clear what was written for those that went."""
        numbers = set(self.items.filter(stamp__gt=self.begun).values_list("pk", flat=True))
        numbers |= self.mine.keys() - set(self.items.values_list("pk", flat=True))
        for some in _slices(sorted(numbers), READ):
            self._mend_some(some)

    @transaction.atomic
    def _mend_some(self, numbers: list[int]) -> None:
        stamp = locked().stamp
        items = {item.pk: item for item in self.items.filter(pk__in=numbers)}
        facts = facts_of_all([item.translation_key for item in items.values()])
        add: dict[int, list[int]] = defaultdict(list)
        remove: dict[int, list[int]] = defaultdict(list)
        for number in numbers:
            item = items.get(number)
            told = facts.get(item.translation_key) if item else None
            wanted = BitMap(ids_of(names=names_of(told)).values()) if told else BitMap()
            held = unpacked(self.mine.get(number, b"")) | (unpacked(item.shelves) if item else BitMap())
            for shelf in wanted:
                add[shelf].append(number)
            for shelf in held - wanted:
                remove[shelf].append(number)
            if item and told:
                item.shelves = packed(wanted)
                fill(item=item, facts=told, stamp=stamp)
        change(add=add, remove=remove, stamp=stamp)
        write_items(items=[item for item in items.values() if item.translation_key in facts], facts=facts)


def _tidy(chunks: list[int]) -> None:
    """Drop parts of stretches that nobody is in, and shelves without parts; have every process forget what it remembers."""
    with transaction.atomic():
        state = locked()
        ShelfPart.objects.exclude(chunk__in=chunks).delete()
        Shelf.objects.filter(parts=None).delete()
        state.epoch = uuid4()
        state.save(update_fields=["epoch"])


def _slices(some: list[T], size: int) -> Iterator[list[T]]:
    return (some[start : start + size] for start in range(0, len(some), size))
