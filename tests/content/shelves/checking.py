"""Whether the index says what the pages say: reckoned anew from the pages and laid beside what is stored."""

from collections import defaultdict

from content.shelves.models import ShelfItem, ShelfPart, ShelfText
from content.shelves.queries import facts_of_all, own_pages
from content.shelves.reading import laid_out, names_of
from content.shelves.sets import unpacked


def stored() -> dict[str, set[int]]:
    """Return the numbers on each shelf; empty ones left out."""
    found: dict[str, set[int]] = defaultdict(set)
    for name, bits in ShelfPart.objects.values_list("shelf__name", "bits"):
        found[name] |= set(unpacked(bits))
    return {name: numbers for name, numbers in found.items() if numbers}


def wanted() -> dict[str, set[int]]:
    """Return what should be stored."""
    numbers = dict(ShelfItem.objects.values_list("translation_key", "pk"))
    found: dict[str, set[int]] = defaultdict(set)
    for key, facts in facts_of_all(set(own_pages().values_list("translation_key", flat=True))).items():
        for name in names_of(facts):
            found[name].add(numbers[key])
    return dict(found)


def backwards() -> dict[str, set[int]]:
    """Return what the items say of where their bits are."""
    names = dict(ShelfPart.objects.values_list("shelf_id", "shelf__name"))
    found: dict[str, set[int]] = defaultdict(set)
    for number, shelves in ShelfItem.objects.values_list("pk", "shelves"):
        for shelf in unpacked(shelves):
            found[names[shelf]].add(number)
    return dict(found)


def assert_no_drift() -> None:
    """Hold shelves, items and texts against the pages."""
    assert stored() == wanted()
    assert backwards() == wanted()
    told = facts_of_all(set(own_pages().values_list("translation_key", flat=True)))
    texts = {(key, code): laid_out(wording, code) for key, facts in told.items() for code, wording in facts.texts.items()}
    assert {(key, code): stems for key, code, stems in ShelfText.objects.values_list("item__translation_key", "language", "stems")} == texts
