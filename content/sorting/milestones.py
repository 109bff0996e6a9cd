"""The parts of an initiative that have titles of their own: phases with their years, achievements with their figures."""

from collections.abc import Sequence
from itertools import pairwise

from content.reading.figures import is_period, period_at_end, read_figure
from content.reading.pieces import ITEM, Piece
from content.sorting.headings import is_short, is_subheading
from content.sorting.landing import Block, Landing, paragraphs_html, prose_html
from content.sorting.taking import prose_with_headings

TITLE_LIMIT = 200
YEARS_LIMIT = 60


def read_workings(landing: Landing, body: Sequence[Piece]) -> None:
    """Read how an initiative works: phases begin at a title with years in brackets behind or below it."""
    starts = [index for index in range(len(body)) if _is_phase(body, index)]
    prose_with_headings(landing, "workings", body[: starts[0]] if starts else body, is_loose=True)
    for start, end in pairwise([*starts, len(body)]):
        _add_phase(landing, body[start:end])


def read_achievements(landing: Landing, body: Sequence[Piece]) -> None:
    """Read what was achieved: a title, then its text; without titles each list item or short line is one."""
    starts = [index for index in range(len(body)) if is_subheading(body, index) and len(body[index].text) <= TITLE_LIMIT]
    for piece in body[: starts[0]] if starts else body:
        if piece.kind == ITEM and len(piece.text) <= TITLE_LIMIT:
            _add_achievement(landing, piece, [])
    for start, end in pairwise([*starts, len(body)]):
        _add_achievement(landing, body[start], body[start + 1 : end])


def _is_phase(body: Sequence[Piece], index: int) -> bool:
    piece = body[index]
    if not is_short(piece) or is_period(piece.text) or len(piece.text) > TITLE_LIMIT:
        return False
    if found := period_at_end(piece.text):
        return found[0] > 0
    return index + 1 < len(body) and is_period(body[index + 1].text)


def _add_phase(landing: Landing, pieces: Sequence[Piece]) -> None:
    title, *text = pieces
    if found := period_at_end(title.text):
        name, years = title.text[: found[0]], found[1].strip()
        placed = [(title, name), (title, years)]
    else:
        line, *text = text
        name, years = title.text, line.text.strip(" ():")
        placed = [(title, name), (line, years)]
    block = Block("phase", {"title": name.rstrip(" :"), "period": years[:YEARS_LIMIT], "text": paragraphs_html(text)})
    landing.add("phases", block, [*placed, *((piece, piece.text) for piece in text)])


def _add_achievement(landing: Landing, title: Piece, text: Sequence[Piece]) -> None:
    figure, period = read_figure(" ".join(piece.text for piece in (text or [title])))
    value = {"title": title.text.rstrip(" :"), "text": prose_html(text), "figure": figure, "period": period}
    landing.add(
        "achievements", Block("achievement", value, derived=("figure", "period")), [(piece, piece.text) for piece in (title, *text)]
    )
