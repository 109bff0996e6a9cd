"""Questions in words: which practices have all of them, in any one language, and which of those say a phrase."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Q

from content.library.values import Values
from content.search.analysis import STEMMERS, stems_asked
from content.shelves.choices import ANYWHERE, SUMMARY, TITLE, word_shelf
from content.shelves.memory import Memory
from content.shelves.models import ShelfText
from content.shelves.queries import sets_named
from content.shelves.reading import stems
from content.shelves.sets import EMPTY, BitMap, intersection, slice_of, tiers, union

MOST_STEMS = 8
MOST_READ = 400  # texts that are read for a phrase
KINDS = (ANYWHERE, TITLE, SUMMARY)


@dataclass(frozen=True)
class Words:
    """The practices with all words of a question: `matches`; for each word those with it in a title, or in a summary."""

    matches: BitMap
    titles: list[BitMap]
    summaries: list[BitMap]
    stems: dict[str, list[str]]

    def tiers(self, within: BitMap) -> Iterator[BitMap]:
        """Yield what is `within` in parts, the best first."""
        return tiers(within, self.titles, self.summaries)


class Said(NamedTuple):
    """The practices that say all phrases; `is_cut` where more had the words than are read."""

    numbers: BitMap
    is_cut: bool


def words_in(text: str, memory: Memory, values: Values) -> Words | None:
    """Return what has the words; None where the text has no word. One query. A word may also stand in the name of a facet value."""
    asked = {code: found[:MOST_STEMS] for code in STEMMERS if (found := stems_asked(text, code))}
    if not asked:
        return None
    names = {word_shelf(kind, code, stem) for code, found in asked.items() for stem in found for kind in KINDS}
    held = sets_named(names)
    matches = [_having_all(code, found, held, memory, values) for code, found in asked.items()]
    most = max(map(len, asked.values()))
    return Words(union(matches), _by_place(TITLE, asked, held, most), _by_place(SUMMARY, asked, held, most), asked)


def _having_all(code: str, found: list[str], held: Mapping[str, BitMap], memory: Memory, values: Values) -> BitMap:
    sets = []
    for stem in found:
        named = [memory.of_any(parts) for parts in values.spoken.get(stem, ())]
        sets.append(union([held.get(word_shelf(ANYWHERE, code, stem), EMPTY), *named]))
    return intersection(sets)


def _by_place(kind: str, asked: Mapping[str, list[str]], held: Mapping[str, BitMap], most: int) -> list[BitMap]:
    """Return, for each place of the question, the practices whose title (or summary) has the word in whichever language."""
    rows = [
        union(held.get(word_shelf(kind, code, found[place]), EMPTY) for code, found in asked.items() if place < len(found))
        for place in range(most)
    ]
    return [row for row in rows if row]


def saying(phrases: list[str], words: Words, within: BitMap) -> Said:
    """Return those `within` that say every phrase in one of their languages; of the best `MOST_READ` only. One query."""
    candidates = slice_of(words.tiers(within), 0, MOST_READ)
    conditions = []
    for code in STEMMERS:
        said = [f" {' '.join(found)} " for phrase in phrases if (found := stems(phrase, code))]
        if said:
            conditions.append(reduce(lambda one, text: one & Q(stems__contains=text), said, Q(language=code)))
    if not conditions or not candidates:
        return Said(BitMap(), False)
    rows = ShelfText.objects.filter(reduce(or_, conditions), item__in=candidates)
    return Said(BitMap(rows.values_list("item_id", flat=True)), len(within) > MOST_READ)
