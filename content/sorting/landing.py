"""Where the words of a document land: page fields, the box of what was understood, the box of what is left over."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from content.reading.pieces import ITEM, Markup, Piece, Runs, to_html
from content.reading.words import count, count_all, visible
from content.sorting.choices import Meaning, Went

HEADING_LIMIT = 200


class Unfit(ValueError):
    """A document that is not of the kind it was said to be; the message is one sentence for the person."""


class WordsLost(RuntimeError):
    """A parser lost or doubled words: our fault, and reason enough to import nothing."""


@dataclass(frozen=True)
class Part:
    """Some words of one piece and where they went. `where` is a field's name, or what the words were understood as."""

    number: int
    kind: str
    text: str
    went: Went
    where: str


@dataclass(frozen=True)
class Block:
    """A block for a stream field. `derived` names the children that repeat what the text says already."""

    type: str
    value: Any
    derived: tuple[str, ...] = ()


@dataclass
class Landing:
    """What a parser makes of a document. Every word given to it must be placed exactly once; `reckon` proves it."""

    pieces: Sequence[Piece]
    values: dict[str, str] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    streams: dict[str, list[Block]] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for piece in self.pieces:
            if count(piece.marker):
                self._place(piece, piece.marker, Went.READ, Meaning.NUMBERING)

    def fill(self, name: str, piece: Piece, text: str | None = None, *, limit: int) -> bool:
        """Put words into a plain field of the page; leave them over where they are too many or the field is taken."""
        words = piece.text if text is None else text
        if not words or len(words) > limit or self.values.get(name):
            self.leave(piece, text)
            return False
        self.values[name] = words
        self._place(piece, words, Went.PAGE, name)
        return True

    def add(self, name: str, block: Block, placed: Iterable[tuple[Piece, str]]) -> None:
        """Put a block into a stream of the page; `placed` are the words that it holds."""
        self.streams.setdefault(name, []).append(block)
        for piece, words in placed:
            self._place(piece, words, Went.PAGE, name)

    def prose(self, name: str, pieces: Sequence[Piece]) -> None:
        """Put paragraphs and list items into a stream as one text block."""
        if pieces:
            self.add(name, Block("prose", prose_html(pieces)), [(piece, piece.text) for piece in pieces])

    def heading(self, name: str, piece: Piece) -> None:
        """Put a heading into a stream; one that is too long for a heading becomes text."""
        if len(piece.text) > HEADING_LIMIT:
            self.prose(name, [piece])
        else:
            self.add(name, Block("heading", {"text": piece.text}), [(piece, piece.text)])

    def understand(self, piece: Piece, meaning: str, text: str | None = None) -> None:
        """Keep words in the box that have become a heading or a fact of the page."""
        self._place(piece, piece.text if text is None else text, Went.READ, meaning)

    def leave(self, piece: Piece, text: str | None = None, why: str = "") -> None:
        """Keep words in the leftover box."""
        self._place(piece, piece.text if text is None else text, Went.LEFT, why)

    def _place(self, piece: Piece, words: str, went: Went, where: str) -> None:
        if words:
            self.parts.append(Part(piece.number, piece.kind, words, went, where))

    def total(self, went: Went) -> int:
        """Return how many words went there."""
        return sum(count(part.text).total() for part in self.parts if part.went == went)

    def sweep(self) -> None:
        """Leave over every piece that no parser has placed."""
        placed = {part.number for part in self.parts if part.where != Meaning.NUMBERING}
        for piece in self.pieces:
            if piece.number not in placed:
                self.leave(piece)
        self.parts.sort(key=lambda part: part.number)

    def reckon(self) -> int:
        """Return the number of words in, having proved that each is out once. Raises WordsLost."""
        given = count_all(f"{piece.marker} {piece.text}" for piece in self.pieces)
        placed = count_all(part.text for part in self.parts)
        shown = count_all(part.text for part in self.parts if part.went == Went.PAGE)
        if given != placed:
            raise WordsLost(f"lost {dict(given - placed)}, doubled {dict(placed - given)}")
        if shown != (held := self._held()):
            raise WordsLost(f"not on the page {dict(shown - held)}, twice on the page {dict(held - shown)}")
        return given.total()

    def _held(self) -> Counter[str]:
        """Return the words that the page's fields hold, without those that repeat others."""
        texts = list(self.values.values())
        for block in (block for stream in self.streams.values() for block in stream):
            children = block.value.items() if isinstance(block.value, dict) else [("", block.value)]
            shown = [value for key, value in children if isinstance(value, str) and key not in block.derived]
            texts += [visible(value) if isinstance(value, Markup) else value for value in shown]
        return count_all(texts)


def prose_html(pieces: Sequence[Piece]) -> Markup:
    """Return paragraphs and lists as HTML of our own making."""
    found, listed = [], ""
    for piece in pieces:
        tag = ("ol" if count(piece.marker) else "ul") if piece.kind == ITEM else ""
        if tag != listed:
            found.append(f"{f'</{listed}>' if listed else ''}{f'<{tag}>' if tag else ''}")
            listed = tag
        found.append(f"<{'li' if tag else 'p'}>{to_html(piece.runs)}</{'li' if tag else 'p'}>")
    return Markup("".join(found) + (f"</{listed}>" if listed else ""))


def paragraphs_html(pieces: Iterable[Piece]) -> Markup:
    """Return every piece as a paragraph, for fields that hold no lists."""
    return Markup("".join(paragraph_html(piece.runs) for piece in pieces))


def paragraph_html(runs: Runs) -> Markup:
    """Return runs as one paragraph."""
    return Markup(f"<p>{to_html(runs)}</p>")
