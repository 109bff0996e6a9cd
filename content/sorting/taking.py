"""What every kind does alike: the title, the line about the original, text with headings in it."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from content.reading.pieces import HEADING, PICTURE, Piece
from content.reading.provenance import read_origin
from content.sorting.choices import Meaning
from content.sorting.headings import is_headline, is_subheading
from content.sorting.landing import Landing, Unfit

TITLE_LIMIT = 255


def take_origin(landing: Landing, pieces: Sequence[Piece]) -> list[Piece]:
    """Read the line that says where the text comes from; return the other pieces. Texts of pictures belong to no page field."""
    rest = []
    for piece in pieces:
        origin = None if "rendering" in landing.facts else read_origin(piece.text)
        if origin:
            landing.understand(piece, Meaning.ORIGIN)
            landing.facts |= {"rendering": origin.rendering or "original", "original_language": origin.language}
        elif piece.kind != PICTURE:
            rest.append(piece)
    return rest


def take_title(landing: Landing, candidates: Sequence[Piece]) -> Piece:
    """Make the first fitting candidate the page's title and return it. Raises Unfit."""
    titled = sorted(candidates, key=lambda piece: piece.kind != HEADING)
    piece = next((piece for piece in titled if piece.text and len(piece.text) <= TITLE_LIMIT), None)
    if piece is None:
        raise Unfit(_("No title was found at the head of the document."))
    landing.fill("title", piece, limit=TITLE_LIMIT)
    return piece


def prose_with_headings(landing: Landing, name: str, pieces: Sequence[Piece], *, is_loose: bool = False) -> None:
    """Put text into a stream, its headings as heading blocks. `is_loose`: a few words before a paragraph are a heading too."""
    waiting: list[Piece] = []
    for index, piece in enumerate(pieces):
        if is_subheading(pieces, index) if is_loose else is_headline(piece):
            landing.prose(name, waiting)
            waiting = []
            landing.heading(name, piece)
        else:
            waiting.append(piece)
    landing.prose(name, waiting)
