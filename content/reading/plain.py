"""Plain text read into pieces: paragraphs, list items, and cells where tabs part a line."""

import re
from collections.abc import Iterator

from content.reading.inline import read_runs
from content.reading.lines import LIST_MARK, paragraphs
from content.reading.pieces import CELL, HEADING, ITEM, PARAGRAPH, Piece, numbered

HASHES = re.compile(r"^#{1,6}\s+(?=\S)")


def read_plain(text: str) -> list[Piece]:
    """Return the pieces of clean plain text."""
    return numbered(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    for row, paragraph in enumerate(paragraphs(text), start=1):
        paragraph = paragraph.strip()
        if "\t" in paragraph:
            yield from (Piece(CELL, read_runs(cell), row=row) for cell in paragraph.split("\t") if cell.strip())
        elif hashes := HASHES.match(paragraph):
            yield Piece(HEADING, read_runs(paragraph[hashes.end() :]))
        elif mark := LIST_MARK.match(paragraph):
            yield Piece(ITEM, read_runs(paragraph[mark.end() :]), marker=mark["mark"].strip())
        else:
            yield Piece(PARAGRAPH, read_runs(paragraph))
