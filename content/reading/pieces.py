"""The pieces of a document: runs of text with their formatting, and the one way in which they become HTML."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from django.utils.html import escape

HEADING, PARAGRAPH, ITEM, CELL, PICTURE = "heading", "paragraph", "item", "cell", "picture"
MOST_PIECES = 3000
SAFE_ADDRESSES = ("http://", "https://", "mailto:")


class Markup(str):
    """HTML of our own making, as against plain text."""

    __slots__ = ()


class Run(NamedTuple):
    """Some text that is formatted alike."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    href: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Piece:
    """One paragraph, heading, list item, table cell or picture text, in the document's order. `marker` is the sign before an item."""

    kind: str
    runs: Runs
    marker: str = ""
    number: int = 0
    row: int = 0

    @property
    def text(self) -> str:
        """The words without their formatting."""
        return "".join(run.text for run in self.runs)

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold: a heading in disguise."""
        return all(run.is_bold for run in self.runs if run.text.strip())


def numbered(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces that hold anything, tidied and counted from 1; at most one more than a page can hold."""
    tidied = (replace(piece, runs=tidy(piece.runs)) for piece in pieces)
    held = islice((piece for piece in tidied if piece.runs or piece.marker), MOST_PIECES + 1)
    return [replace(piece, number=number) for number, piece in enumerate(held, start=1)]


def tidy(runs: Iterable[Run]) -> Runs:
    """Return the runs with single spaces, none at either end, equal neighbours joined."""
    found: list[Run] = []
    for run in runs:
        text = _single_spaced(run.text)
        if text.startswith(" ") and (not found or found[-1].text.endswith(" ")):
            text = text[1:]
        if not text:
            continue
        if found and found[-1][1:] == run[1:]:
            found[-1] = found[-1]._replace(text=found[-1].text + text)
        else:
            found.append(run._replace(text=text))
    while found and not (stripped := found[-1].text.rstrip()):
        found.pop()
    if found:
        found[-1] = found[-1]._replace(text=stripped)
    return tuple(found)


def cut(runs: Runs, start: int, end: int | None = None) -> Runs:
    """Return the part of the runs between two places of their plain text."""
    found, position = [], 0
    for run in runs:
        first = max(start - position, 0)
        last = len(run.text) if end is None else max(end - position, 0)
        if part := run.text[first:last]:
            found.append(run._replace(text=part))
        position += len(run.text)
    return tidy(found)


def to_html(runs: Runs) -> str:
    """Return HTML that holds bold, italic and safe links only; everything else is escaped."""
    return "".join(_run_html(run) for run in runs)


def _run_html(run: Run) -> str:
    text = str(escape(run.text))
    if run.is_italic:
        text = f"<i>{text}</i>"
    if run.is_bold:
        text = f"<b>{text}</b>"
    return f'<a href="{escape(run.href)}">{text}</a>' if is_safe(run.href) else text


def is_safe(address: str) -> bool:
    """Say whether `address` may stand behind a link."""
    return address.lower().startswith(SAFE_ADDRESSES)


def _single_spaced(text: str) -> str:
    inner = " ".join(text.split())
    if not inner:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"
