"""A document as it was read: its pieces, its language, and the hash that is its identity."""

from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import gettext as _

from content.reading.decoding import Unreadable, clean, decode
from content.reading.languages import guess_language
from content.reading.pieces import MOST_PIECES, Piece
from content.reading.plain import read_plain
from content.reading.web import looks_like_web, read_web


@dataclass(frozen=True)
class Document:
    """What was read. `name` is for people only; `sha256` is over the words in their order: other line breaks are the same document."""

    name: str
    pieces: tuple[Piece, ...]
    sha256: str
    guessed: str

    @property
    def text(self) -> str:
        """All that the document says, list markers too."""
        return "\n".join(f"{piece.marker} {piece.text}".strip() for piece in self.pieces)


def read_document(data: bytes, *, name: str) -> Document:
    """Read a file's bytes. Raises Unreadable with a sentence for the person."""
    return read_text(decode(data), name=name)


def read_text(text: str, *, name: str) -> Document:
    """Read text that somebody pasted, or that was decoded. Raises Unreadable on more than a page can hold."""
    text = clean(text)
    pieces = tuple(read_web(text) if looks_like_web(text) else read_plain(text))
    if len(pieces) > MOST_PIECES:
        raise Unreadable(_("The document has more paragraphs than one page can hold."))
    whole = " ".join(f"{piece.marker} {piece.text}" for piece in pieces)
    digest = sha256(" ".join(_tight(whole).split()).encode("utf-8", "replace")).hexdigest()
    return Document(name=name, pieces=pieces, sha256=digest, guessed=guess_language(whole))


def _tight(text: str) -> str:
    """Take out what line ends may change: spaces after a dash inside a word."""
    return text.replace("- ", "-").replace("– ", "–")
