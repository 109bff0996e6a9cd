"""A web page read into the same pieces as plain text; scripts, styles and the head are no part of the document."""

import warnings
from collections.abc import Iterator

from bs4 import BeautifulSoup, Comment, MarkupResemblesLocatorWarning, NavigableString, Tag
from bs4.element import PreformattedString
from django.utils.translation import gettext as _

from content.reading.decoding import Unreadable, clean
from content.reading.lines import LIST_MARK
from content.reading.pieces import CELL, HEADING, ITEM, PARAGRAPH, PICTURE, Piece, Run, numbered

SKIPPED = {"head", "noscript", "script", "style", "template"}
INLINE = "a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u var wbr"
HEADINGS = {f"h{level}" for level in range(1, 7)}
KINDS = {"li": ITEM, "td": CELL, "th": CELL} | dict.fromkeys(HEADINGS, HEADING)
DEEPEST = 10_000


def looks_like_web(text: str) -> bool:
    """Say whether the text is a web page rather than plain text with stray markup."""
    start = text.lstrip()[:2000].lower()
    return start.startswith(("<!doctype", "<html", "<?xml")) or any(
        f"<{tag}" in start for tag in ("body", "div", "table", "ul>", "h1", "h2")
    )


def read_web(text: str) -> list[Piece]:
    """Return the pieces of a web page. Raises Unreadable where its elements are nested beyond sense."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        soup = BeautifulSoup(text, "html.parser")
    return numbered(_Reader().read(soup))


class _Reader:
    """Walks the tree without recursion, gathering runs until a block begins or ends."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.kinds: list[str] = [PARAGRAPH]
        self.pen: list[Run] = [Run("")]
        self.row = 0

    def read(self, soup: BeautifulSoup) -> Iterator[Piece]:
        stack: list[tuple[object, bool]] = [(soup, False)]
        while stack:
            node, is_end = stack.pop()
            if isinstance(node, NavigableString):
                if not isinstance(node, Comment | PreformattedString):
                    self.runs.append(self.pen[-1]._replace(text=clean(str(node))))
            elif isinstance(node, Tag) and node.name not in SKIPPED:
                if is_end:
                    yield from self.close(node)
                    continue
                if len(self.pen) > DEEPEST:
                    raise Unreadable(_("The page is nested too deeply to be read."))
                yield from self.open(node)
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(node.contents))
        yield from self.flush()

    def open(self, tag: Tag) -> Iterator[Piece]:
        """Begin an element: formatting goes on the pen, a block ends the one before."""
        last = self.pen[-1]
        href = str(tag.get("href") or "") if tag.name == "a" else last.href
        self.pen.append(
            last._replace(
                is_bold=last.is_bold or tag.name in ("b", "strong"), is_italic=last.is_italic or tag.name in ("i", "em"), href=href
            )
        )
        if tag.name not in _INLINE:
            yield from self.flush()
            self.row += tag.name == "tr"
            self.kinds.append(KINDS.get(tag.name, self.kinds[-1]))
        if tag.name == "img" and (alt := str(tag.get("alt") or "").strip()):
            yield from self.flush()
            yield Piece(PICTURE, (Run(clean(alt)),))

    def close(self, tag: Tag) -> Iterator[Piece]:
        """End an element."""
        self.pen.pop()
        if tag.name not in _INLINE:
            yield from self.flush()
            self.kinds.pop()

    def flush(self) -> Iterator[Piece]:
        """Give what was gathered as one piece of the innermost kind."""
        runs, self.runs = self.runs, []
        if not any(run.text.strip() for run in runs):
            return
        kind, marker = self.kinds[-1], ""
        first = runs[0].text.lstrip()
        if kind in (PARAGRAPH, ITEM) and (mark := LIST_MARK.match(first)):
            kind, marker = ITEM, mark["mark"].strip()
            runs[0] = runs[0]._replace(text=first[mark.end() :])
        yield Piece(kind, tuple(runs), marker=marker, row=self.row)


_INLINE = frozenset(INLINE.split())
