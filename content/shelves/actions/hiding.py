"""What may not be read any more is gone from lists and counts in the same transaction, before any job runs."""

from uuid import UUID

from django.db import transaction

from content.shelves.actions.writing import change, ids_of, locked
from content.shelves.choices import CLOSED, OPEN, facet_shelf
from content.shelves.models import ShelfItem
from content.shelves.queries import closed_keys, own_pages, sets_named
from content.shelves.sets import BitMap, packed, unpacked

_OPEN, _CLOSED = (facet_shelf(*level.split(":", 1)) for level in (OPEN, CLOSED))


@transaction.atomic
def hide(*, key: UUID) -> bool:
    """Take a practice out of sight unless another language of it is live. Returns whether it was seen. Its other bits are a job's work."""
    if own_pages().filter(translation_key=key).exists():
        return False
    item = ShelfItem.objects.filter(translation_key=key).first()
    if item is None:
        return False
    stamp = locked().stamp
    ids = ids_of(names=[_OPEN, _CLOSED])
    ShelfItem.objects.filter(pk=item.pk).update(shelves=packed(unpacked(item.shelves) - BitMap(ids.values())), stamp=stamp)
    return change(add={}, remove={id: [item.pk] for id in ids.values()}, stamp=stamp) > 0


@transaction.atomic
def set_levels() -> int:
    """Put every practice on the shelf of those who may read it, after the access of any page changed. Returns how many moved."""
    stamp = locked().stamp
    held = sets_named([_OPEN, _CLOSED])
    seen, closed = held.get(_OPEN, BitMap()), held.get(_CLOSED, BitMap())
    wanted = BitMap(ShelfItem.objects.filter(translation_key__in=closed_keys()).values_list("pk", flat=True)) & (seen | closed)
    to_close, to_open = wanted - closed, closed - wanted
    if not (to_close or to_open):
        return 0
    ids = ids_of(names=[_OPEN, _CLOSED])
    change(
        add={ids[_CLOSED]: to_close, ids[_OPEN]: to_open},
        remove={ids[_OPEN]: to_close, ids[_CLOSED]: to_open},
        stamp=stamp,
    )
    _note(to_close, BitMap([ids[_CLOSED]]), BitMap([ids[_OPEN]]), stamp)
    _note(to_open, BitMap([ids[_OPEN]]), BitMap([ids[_CLOSED]]), stamp)
    return len(to_close) + len(to_open)


def _note(numbers: BitMap, added: BitMap, removed: BitMap, stamp: int) -> None:
    """Write into the items where their bits are now."""
    some = list(numbers)
    for start in range(0, len(some), 500):
        items = list(ShelfItem.objects.filter(pk__in=some[start : start + 500]))
        for item in items:
            item.shelves, item.stamp = packed((unpacked(item.shelves) | added) - removed), stamp
        ShelfItem.objects.bulk_create(
            items, batch_size=100, update_conflicts=True, unique_fields=["id"], update_fields=["shelves", "stamp"]
        )
