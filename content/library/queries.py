"""Finding practices: sets are laid over one another, and only the few that are shown are fetched."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from content.audience.rules import Reader
from content.library.asking import Asked
from content.library.choices import FACETS, Sort
from content.library.values import Value, Values, set_of, values_in, years_held
from content.library.wording import Words, saying, words_in
from content.pages.addresses import content_code
from content.shelves.memory import Memory, current
from content.shelves.models import ShelfItem
from content.shelves.sets import EMPTY, BitMap, intersection, newest, slice_of, union

PER_PAGE = 20
FEW = 2000  # practices that are sorted by title as they are; where there are more, the alphabet is gone through
MOST_BY_TITLE = 2000  # practices of a list by title that readers go through


@dataclass(frozen=True)
class Unknown:
    """A value of the address that there is not: it finds nothing."""

    facet: str
    key: str


class Found:
    """What a question found, for one reader in one language."""

    def __init__(self, asked: Asked, memory: Memory, values: Values, seen: BitMap) -> None:
        self.asked, self.memory, self.values, self.seen = asked, memory, values, seen
        self.words: Words | None = words_in(asked.text, memory, values) if asked.text else None
        self.chosen = {facet: [values.get(facet, key) or Unknown(facet, key) for key in keys] for facet, keys in asked.values.items()}
        self.is_cut = False

    @cached_property
    def narrowed(self) -> dict[str, BitMap]:
        """What each facet that was chosen from lets through."""
        return {
            facet: union(set_of(value, self.memory) for value in chosen if isinstance(value, Value))
            for facet, chosen in self.chosen.items()
        }

    @cached_property
    def worded(self) -> BitMap:
        """What this person may read and has the words, and says the phrases."""
        if self.words is None:
            return EMPTY if self.asked.text else self.seen
        found = self.seen & self.words.matches
        if found and self.asked.phrases:
            said = saying(self.asked.phrases, self.words, intersection([found, *self.narrowed.values()]))
            self.is_cut = said.is_cut
            return said.numbers
        return found

    @cached_property
    def numbers(self) -> BitMap:
        """The practices found."""
        return intersection([self.worded, *self.narrowed.values()])

    @property
    def total(self) -> int:
        """How many were found."""
        return len(self.numbers)

    def beside(self, facet: str) -> BitMap:
        """Return what would be found if this facet (`q`: the words) were not narrowed: what its values are counted in."""
        others = [found for name, found in self.narrowed.items() if name != facet]
        return intersection([self.seen if facet == "q" else self.worded, *others])

    def shown(self, facet: str) -> list[Value]:
        """Return the values of a facet, in the order in which they are shown."""
        return years_held(self.memory) if facet == "year" else list(self.values.by_facet[facet].values())

    def counts(self, facet: str) -> dict[str, int]:
        """Return how many practices each value of a facet would leave, by its key; values without any are left out."""
        base = self.numbers if facet not in self.narrowed else self.beside(facet)
        counted = ((value.key, set_of(value, self.memory).intersection_cardinality(base)) for value in self.shown(facet))
        return {key: count for key, count in counted if count}

    def keys(self, start: int = 0, stop: int = PER_PAGE) -> list[UUID]:
        """Return a slice of the practices found, as translation keys in the order asked for."""
        return list(keys_of(self.ordered(start, stop)))

    def all_keys(self, batch: int = 500) -> Iterator[UUID]:
        """Yield every practice found, in the order asked for; fetched a batch at a time."""
        numbers = self.ordered(0, self.total)
        for start in range(0, len(numbers), batch):
            yield from keys_of(numbers[start : start + batch])

    def ordered(self, start: int, stop: int) -> list[int]:
        """Return a slice of the numbers in the order asked for. One query where they are ordered by title, else none."""
        order = self.asked.order
        if order == Sort.TITLE:
            return self._by_title(start, stop)
        if order == Sort.RELEVANCE and self.words:
            return slice_of(self.words.tiers(self.numbers), start, stop)
        return newest(self.numbers, start, stop)

    def _by_title(self, start: int, stop: int) -> list[int]:
        rows = ShelfItem.objects.order_by(f"title_{content_code(self.values.language)}", "pk").values_list("pk", flat=True)
        if len(self.numbers) <= FEW:
            return list(rows.filter(pk__in=list(self.numbers))[start:stop])
        found: list[int] = []
        for number in rows.iterator(chunk_size=1000):
            if number in self.numbers:
                found.append(number)
                if len(found) >= stop:
                    break
        return found[start:stop]


def keys_of(numbers: list[int]) -> dict[UUID, int]:
    """Return the numbers by the translation keys of the practices that have them, in their order. One query, none for none."""
    held = dict(ShelfItem.objects.filter(pk__in=numbers).values_list("pk", "translation_key")) if numbers else {}
    return {held[number]: number for number in numbers if number in held}


def find(asked: Asked, *, user: Reader, language: str) -> Found:
    """Return what a question finds of what this person may read. Two queries (words, state), one more for a phrase."""
    memory = current()
    return Found(asked, memory, values_in(language, memory), memory.seen_by(user))


class Way(NamedTuple):
    """A question that finds something: without this facet (`q`: the words) or, where `is_alone`, with nothing but this."""

    facet: str
    is_alone: bool
    asked: Asked
    count: int


def ways_out(found: Found) -> list[Way]:
    """Return, where nothing was found, what to leave out so that something is; where no single thing helps, what to keep alone.

    The way that finds the most comes first.
    """
    asked = found.asked
    if found.total or not asked.is_narrowed:
        return []
    facets = [*(["q"] if asked.text else []), *(facet for facet in FACETS if facet in asked.values)]
    ways = [Way(facet, False, asked.without(facet), len(found.beside(facet))) for facet in facets]
    if not any(way.count for way in ways):
        ways = [Way(facet, True, asked.alone(facet), len(_alone(found, facet))) for facet in facets if len(facets) > 1]
    return sorted((way for way in ways if way.count), key=lambda way: -way.count)


def _alone(found: Found, facet: str) -> BitMap:
    if facet != "q":
        return found.seen & found.narrowed[facet]
    return found.seen & found.words.matches if found.words and not found.asked.phrases else EMPTY
