"""A practice is read (again) and stands where it belongs from then on, and nowhere else."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from uuid import UUID

from django.db import transaction

from content.shelves.actions.writing import change, ids_of, locked
from content.shelves.models import ShelfItem, ShelfText
from content.shelves.queries import facts_of_all, own_pages
from content.shelves.reading import Facts, laid_out, names_of, sort_titles
from content.shelves.sets import BitMap, packed, unpacked

LANGUAGES = ("pt", "en", "es", "fr")
TITLES = [f"title_{code}" for code in LANGUAGES]
AT_ONCE = 50  # practices of one transaction


def shelve(*, keys: Collection[UUID]) -> int:
    """Read these practices again, in all languages; forget those that are not live in any. Returns how many rows of the index changed.

    Safe to call twice, and at once by several: each transaction takes the lock first and then reads what is committed.
    """
    ordered = _in_order(keys)
    return sum(_shelve_some(ordered[start : start + AT_ONCE]) for start in range(0, len(ordered), AT_ONCE))


def _in_order(keys: Collection[UUID]) -> list[UUID]:
    """Return practices as they came out, so that later numbers are later practices; those that are not live come first."""
    rows = own_pages().filter(translation_key__in=keys).order_by("first_published_at", "pk").values_list("translation_key", flat=True)
    known = list(dict.fromkeys(rows))
    return [key for key in keys if key not in set(known)] + known


@transaction.atomic
def _shelve_some(keys: list[UUID]) -> int:
    stamp = locked().stamp
    facts = facts_of_all(keys)
    items = number_of_all(keys=[key for key in keys if key in facts])
    gone = ShelfItem.objects.filter(translation_key__in=[key for key in keys if key not in facts])
    names = {key: names_of(told) for key, told in facts.items()}
    ids = ids_of(names=(name for found in names.values() for name in found))
    add: dict[int, list[int]] = defaultdict(list)
    remove: dict[int, list[int]] = defaultdict(list)
    for key, found in names.items():
        _compare(items[key], BitMap(ids[name] for name in found), add, remove)
        fill(item=items[key], facts=facts[key], stamp=stamp)
    for item in gone:
        _compare(item, BitMap(), add, remove)
    written = change(add=add, remove=remove, stamp=stamp)
    write_items(items=items.values(), facts=facts)
    gone.delete()
    return written


def _compare(item: ShelfItem, wanted: BitMap, add: dict[int, list[int]], remove: dict[int, list[int]]) -> None:
    """Note the bits that have to change, and in the item where its bits are from now on."""
    held = unpacked(item.shelves)
    for shelf in wanted - held:
        add[shelf].append(item.pk)
    for shelf in held - wanted:
        remove[shelf].append(item.pk)
    item.shelves = packed(wanted)


def number_of_all(*, keys: list[UUID]) -> dict[UUID, ShelfItem]:
    """Return the items of these practices, in their order; one that has no number yet gets the next. Call with the state locked."""
    held = {item.translation_key: item for item in ShelfItem.objects.filter(translation_key__in=keys)}
    for key in keys:
        if key not in held:
            held[key] = ShelfItem.objects.create(translation_key=key)
    return held


def fill(*, item: ShelfItem, facts: Facts, stamp: int) -> None:
    """Lay in the item what follows from the facts beside its bits."""
    item.stamp = stamp
    for code, title in sort_titles(facts.texts, LANGUAGES).items():
        setattr(item, f"title_{code}", title)


def write_items(*, items: Iterable[ShelfItem], facts: dict[UUID, Facts]) -> None:
    """Write these items, and their texts for questions in quotes."""
    rows = list(items)
    ShelfItem.objects.bulk_create(
        rows, batch_size=100, update_conflicts=True, unique_fields=["id"], update_fields=["shelves", "stamp", *TITLES]
    )
    texts = [
        ShelfText(item=item, language=code, stems=laid_out(wording, code))
        for item in rows
        for code, wording in facts[item.translation_key].texts.items()
    ]
    ShelfText.objects.bulk_create(texts, batch_size=100, update_conflicts=True, unique_fields=["item", "language"], update_fields=["stems"])
    kept = {(text.item_id, text.language) for text in texts}
    held = ShelfText.objects.filter(item__in=rows).values_list("pk", "item_id", "language")
    stale = [pk for pk, item, language in held if (item, language) not in kept]
    if stale:
        ShelfText.objects.filter(pk__in=stale).delete()
