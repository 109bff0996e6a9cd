"""Which practices are near to one: by rare words and by facts that they share. Pure: sets of numbers in, numbers out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

from content.search.analysis import COMMON
from content.shelves.sets import BitMap, newest

WORDS_ASKED, WORDS_KEPT = 40, 12
MOST_FROM_A_SET = 1000  # of a word that very many have, the newest
MOST_COMPARED = 400
FACETS = {"theme": 3.0, "sector": 1.5, "country": 1.0, "target": 1.0, "instrument": 1.0}
_COMMON = frozenset(word for words in COMMON.values() for word in words.split())


def telling_stems(stems: str, first: Iterable[str] = ()) -> dict[str, float]:
    """Return the stems that a text says most, with their weight; `first` are those of its title."""
    counted = Counter(stem for stem in stems.split() if len(stem) > 2 and not stem.isdigit() and stem not in _COMMON)
    leading = set(first)
    weights = {stem: (1 + log(times)) * (2 if stem in leading else 1) for stem, times in counted.items()}
    return dict(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:WORDS_ASKED])


def near(number: int, *, words: Mapping[str, tuple[float, BitMap]], facts: Mapping[str, BitMap], seen: BitMap, most: int) -> list[int]:
    """Return the numbers of the nearest practices among those `seen`, the nearest first.

    `words` gives the weight of each stem and who has it, `facts` who shares a facet value (`theme:7`). What few share counts more.
    """
    total = max(len(seen), 2)
    weighed = sorted(((weight * _rarity(len(held), total), held) for weight, held in words.values()), key=lambda item: -item[0])
    score: Counter[int] = Counter()
    for weight, held in weighed[:WORDS_KEPT]:
        for other in newest(held & seen, 0, MOST_FROM_A_SET):
            score[other] += weight  # type: ignore[assignment]
    shared = [(FACETS[name.split(":")[0]] * _rarity(len(held), total), held & seen) for name, held in facts.items()]
    compared = {other for other, _score in score.most_common(MOST_COMPARED)}
    for _weight, held in sorted(shared, key=lambda item: len(item[1]))[:3]:
        compared.update(newest(held, 0, MOST_COMPARED // 4))
    compared.discard(number)
    whole = {other: score[other] + sum(weight for weight, held in shared if other in held) for other in compared}
    best = sorted(whole.items(), key=lambda item: (-item[1], -item[0]))
    return [other for other, worth in best[:most] if worth > 0]


def _rarity(having: int, total: int) -> float:
    return log(1 + total / max(having, 1)) if having < total else 0.0
