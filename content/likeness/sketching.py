"""A small picture of a text by which near copies are found among many: MinHash of its runs of three words, kept in bands.

Two texts share a place of their sketches as often as they share runs of words (Broder 1997); texts of which half or more is the same
nearly always share a band. One hash for each run of words, the least in each of 36 bins; an empty bin borrows from its neighbour.
"""

from hashlib import blake2b

from content.search.analysis import folded, words_of

PLACES, PER_BAND = 36, 3
RUN = 3  # words
FEWEST_WORDS = 12  # a shorter text is like too many others
LONGEST = 100_000  # signs that are read
_SPAN = 2**32
Sketch = tuple[int, ...]


def sketch_of(text: str) -> Sketch:
    """Return the sketch of a text; nothing for one that is too short to tell."""
    words = [folded(text[word.start : word.end]) for word in words_of(text[:LONGEST], "")]
    if len(words) < FEWEST_WORDS:
        return ()
    least: list[int | None] = [None] * PLACES
    for start in range(len(words) - RUN + 1):
        number = int.from_bytes(blake2b(" ".join(words[start : start + RUN]).encode(), digest_size=8).digest())
        place, value = number % PLACES, (number // PLACES) % _SPAN
        held = least[place]
        least[place] = value if held is None else min(held, value)
    return tuple(_nearest(least, place) for place in range(PLACES))


def _nearest(least: list[int | None], place: int) -> int:
    """Return what stands in a bin, or in the next one that is not empty."""
    return next(held for step in range(PLACES) if (held := least[(place + step) % PLACES]) is not None)


def bands_of(sketch: Sketch) -> list[int]:
    """Return the bands of a sketch, as numbers that a database takes (64 bits, signed)."""
    bands = (repr((start, sketch[start : start + PER_BAND])) for start in range(0, len(sketch), PER_BAND))
    return [int.from_bytes(blake2b(band.encode(), digest_size=8).digest(), signed=True) for band in bands]


def share(one: Sketch, other: Sketch) -> float:
    """Return about how much two texts have in common, from 0 to 1."""
    if not one or len(one) != len(other):
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def packed(sketch: Sketch) -> bytes:
    """Return a sketch as bytes."""
    return b"".join(number.to_bytes(4) for number in sketch)


def unpacked(held: bytes | memoryview) -> Sketch:
    """Return the sketch that these bytes are."""
    whole = bytes(held)
    return tuple(int.from_bytes(whole[start : start + 4]) for start in range(0, len(whole), 4))


def title_key(title: str) -> str:
    """Return what two titles have in common when they are the same but for accents, capitals and signs."""
    words = [folded(title[word.start : word.end]) for word in words_of(title[:1000], "")]
    return " ".join(words)[:200]
