"""Stray markup in plain text (`**bold**`, `<i>`, `&amp;`) read as formatting. What is not known stays text."""

import html
import re
from dataclasses import dataclass

from content.reading.decoding import clean
from content.reading.pieces import Run, Runs, tidy

MARK = re.compile(r"\*\*|<(?P<close>/?)(?P<tag>b|strong|i|em|u|span|p|br)\s*/?>", re.IGNORECASE)
ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)
PAIR = re.compile(r"\*\*(?=[^\s*])(?:[^*]|\*(?!\*))*(?<=[^\s*])\*\*")
BOLD, ITALIC, SPACING = {"b", "strong"}, {"i", "em"}, {"p", "br"}


@dataclass
class _Pen:
    """How the text that follows is formatted."""

    stars: bool = False
    bold: int = 0
    italic: int = 0

    def run(self, text: str) -> Run:
        return Run(text, self.stars or self.bold > 0, self.italic > 0)


def read_runs(text: str) -> Runs:
    """Return `text` as runs, its stray markup turned into formatting."""
    paired = {edge for pair in PAIR.finditer(text) for edge in (pair.start(), pair.end() - 2)}
    pen, runs, position = _Pen(), [], 0
    for mark in MARK.finditer(text):
        if not mark["tag"] and mark.start() not in paired:
            continue
        runs.append(pen.run(unescape(text[position : mark.start()])))
        position = mark.end()
        runs.extend(_apply(mark, pen))
    runs.append(pen.run(unescape(text[position:])))
    return tidy(runs)


def unescape(text: str) -> str:
    """Return `text` with its character references read; each becomes visible text, never markup."""
    return ENTITY.sub(lambda found: clean(html.unescape(found[0])), text)


def _apply(mark: re.Match[str], pen: _Pen) -> list[Run]:
    """Change the pen as the mark says; a mark that parts lines becomes a space."""
    tag = (mark["tag"] or "").lower()
    step = -1 if mark["close"] else 1
    if not tag:
        pen.stars = not pen.stars
    elif tag in BOLD:
        pen.bold = max(pen.bold + step, 0)
    elif tag in ITALIC:
        pen.italic = max(pen.italic + step, 0)
    return [pen.run(" ")] if tag in SPACING else []
