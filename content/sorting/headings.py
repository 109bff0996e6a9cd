"""Headings and labels as documents write them, with numbers, colons and accents or without."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from content.reading.lines import is_ended
from content.reading.pieces import HEADING, ITEM, Piece

NUMBERING = re.compile(r"^(?:(?:[IVX]{1,5}|\d{1,2}|[A-Za-z])\s?[.)]|(?:[IVX]{1,5}|\d{1,2})\s[-–—])\s+")
ROMAN = re.compile(r"^[IVX]{1,5}\s?[.)]\s+\S")
MOST_WORDS = 14

Labels = Mapping[str, tuple[str, ...]]


@dataclass
class Section:
    """One labelled part of a document. The part before the first label has an empty key and no heading."""

    key: str = ""
    heading: Piece | None = None
    body: list[Piece] = field(default_factory=list)


def plain_label(text: str) -> str:
    """Return a heading without its number, closing signs, accents and capitals."""
    bare = NUMBERING.sub("", text.strip()).strip(" :.?¿!…*")
    apart = unicodedata.normalize("NFKD", bare.replace("’", "'").casefold())
    return " ".join("".join(sign for sign in apart if not unicodedata.combining(sign)).split())


def find_label(piece: Piece, labels: Labels) -> str:
    """Return the key of the label that the piece is, or an empty string. `labels` are patterns over `plain_label`."""
    if len(piece.text.split()) > MOST_WORDS:
        return ""
    bare = plain_label(piece.text)
    return next((key for key, patterns in labels.items() if any(re.fullmatch(pattern, bare) for pattern in patterns)), "")


def split(pieces: Sequence[Piece], labels: Labels) -> list[Section]:
    """Return the sections of a document; the first one is what stands before any label."""
    sections = [Section()]
    for piece in pieces:
        if key := find_label(piece, labels):
            sections.append(Section(key, piece))
        else:
            sections[-1].body.append(piece)
    return sections


def is_short(piece: Piece) -> bool:
    """Say whether a piece is no longer than a heading."""
    return len(piece.text.split()) <= MOST_WORDS


def is_headline(piece: Piece) -> bool:
    """Say whether a piece looks like a heading by itself: marked up as one, all bold, or with a Roman number."""
    if piece.kind == HEADING:
        return True
    return (
        piece.kind != ITEM and is_short(piece) and (piece.is_bold or ROMAN.match(piece.text) is not None) and not piece.text.endswith(".")
    )


def is_subheading(pieces: Sequence[Piece], index: int) -> bool:
    """Say whether the piece there heads the one after it: a few words with an open end, or a colon before text."""
    piece = pieces[index]
    if piece.kind == ITEM or index + 1 >= len(pieces):
        return is_headline(piece)
    follower = pieces[index + 1]
    is_open = not is_ended(piece.text) or piece.text.endswith((":", "?"))
    return is_headline(piece) or (is_short(piece) and is_open and follower.kind != ITEM and len(follower.text) > len(piece.text))
