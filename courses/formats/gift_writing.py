"""GIFT written. What it cannot hold is said in the item's notes, or the question is left out. Pure."""

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from courses.formats.choices import SOURCE_TAG
from courses.formats.gift_signs import escaped
from courses.formats.items import Item, Piece
from courses.questions.choices import Kind
from courses.questions.markup import plain


def gift_item_problem(item: Item) -> str:
    """Return why GIFT cannot hold a question, or nothing; what it would lose is noted with the item."""
    if item.kind == Kind.ORDERING:
        return _("GIFT has no ordering; Moodle XML has.")
    if item.files:
        return _("GIFT holds no pictures; Moodle XML does.")
    if item.is_retired:
        return _("It is asked no more, which GIFT cannot say.")
    if item.kind == Kind.SHORT and any("->" in piece.html for piece in item.pieces):
        return _("GIFT would take “->” in an answer for a pair.")
    lost = {
        _("points"): item.points != 1,
        _("case that counts"): item.is_case_kept,
        _("options in a fixed order"): not item.is_shuffled and item.kind in (Kind.SINGLE, Kind.MULTIPLE, Kind.MATCHING),
        _("general feedback by mark"): bool(item.right or item.partly or item.wrong),
        _("feedback on pairs"): item.kind == Kind.MATCHING and any(piece.reply for piece in item.pieces),
        _("formatting on the right of pairs"): any("<" in piece.match for piece in item.pieces),
    }
    item.notes += [_("GIFT cannot hold: %(what)s.") % {"what": what} for what, is_so in lost.items() if is_so]
    return ""


def write_gift(items: Iterable[Item]) -> bytes:
    """Return the file: UTF-8, one block for each question, a category where it changes."""
    folder: tuple[str, ...] = ()
    blocks = []
    for item in items:
        if item.folder != folder:
            folder = item.folder
            way = "/".join(("$course$", "top", *(name.replace("/", "//") for name in folder)))
            blocks.append(f"$CATEGORY: {escaped(way)}")
        blocks.append("\n".join(_lines(item)))
    return ("\n\n".join(blocks) + "\n").encode()


def _lines(item: Item) -> Iterator[str]:
    marks = [f"[id:{_marked(item.idnumber)}]"] if item.idnumber else []
    marks += [f"[tag:{_marked(SOURCE_TAG + item.source)}]"] if item.source else []
    if marks:
        yield f"// {' '.join(marks)}"
    after = f"####{_html(item.after)}" if item.after else ""
    rows = list(_ANSWERS[Kind(item.kind)](item.pieces))
    opening = "{#" if item.kind == Kind.NUMERIC else "{"
    yield f"::{escaped(item.name)}::{_html(item.stem)}{opening}"
    yield from rows
    yield f"{after}}}"


def _marked(text: str) -> str:
    return re.sub(r"([\]\\])", r"\\\1", " ".join(text.split()))


def _html(html: str) -> str:
    return f"[html]{escaped(html)}" if html else ""


def _reply(piece: Piece) -> str:
    return f"#{_html(piece.reply)}" if piece.reply else ""


def _single(pieces: list[Piece]) -> Iterator[str]:
    for piece in pieces:
        sign = "=" if piece.weight == 100 else f"~%{piece.weight}%"
        yield f"{sign}{_html(piece.html)}{_reply(piece)}"


def _multiple(pieces: list[Piece]) -> Iterator[str]:
    yield from (f"~%{piece.weight}%{_html(piece.html)}{_reply(piece)}" for piece in pieces)


def _true_false(pieces: list[Piece]) -> Iterator[str]:
    is_true = pieces[0].weight == 100
    right, wrong = pieces if is_true else reversed(pieces)
    replies = f"#{_html(wrong.reply)}#{_html(right.reply)}" if wrong.reply or right.reply else ""
    yield f"{'TRUE' if is_true else 'FALSE'}{replies}"


def _pairs(pieces: list[Piece]) -> Iterator[str]:
    yield from (f"={_html(piece.html)} -> {escaped(plain(piece.match))}" for piece in pieces)


def _short(pieces: list[Piece]) -> Iterator[str]:
    yield from (f"=%{piece.weight}%{escaped(piece.html)}{_reply(piece)}" for piece in pieces)


def _numbers(pieces: list[Piece]) -> Iterator[str]:
    for piece in pieces:
        value = piece.html if piece.html == "*" else f"{piece.html}:{piece.tolerance}"
        yield f"=%{piece.weight}%{value}{_reply(piece)}"


_ANSWERS = {
    Kind.SINGLE: _single,
    Kind.MULTIPLE: _multiple,
    Kind.TRUE_FALSE: _true_false,
    Kind.MATCHING: _pairs,
    Kind.SHORT: _short,
    Kind.NUMERIC: _numbers,
}
