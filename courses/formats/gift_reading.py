"""GIFT read: Moodle's text format. Blocks between empty lines, `::name::`, a text, answers in braces. Pure; nothing in a file raises."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from content.markup.rendering import render
from courses.formats.choices import SOURCE_TAG
from courses.formats.gift_answers import kind_and_pieces
from courses.formats.gift_signs import hidden, restored
from courses.formats.items import Item, Left, LeftOut, Unreadable, way
from courses.questions.markup import as_html, plain

GAP = " _____ "
_CATEGORY = re.compile(r"\s*\$CATEGORY:\s*(.*)", re.IGNORECASE)
LONGEST_MARK = 400  # a longer one is none: looking for its end again from each start would take for ever
_MARK = re.compile(rf"\[(id|tag):((?:[^\]\\]|\\.){{0,{LONGEST_MARK}}})\]")
_NAME = re.compile(r"::(.*?)::", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(html|markdown|plain|moodle)\]", re.IGNORECASE)


@dataclass
class _Block:
    line: int
    folder: tuple[str, ...]
    rows: list[str] = field(default_factory=list)
    marks: list[tuple[str, str]] = field(default_factory=list)


def read_gift(data: bytes) -> Iterator[Item | Left]:
    """Give each question of a GIFT file, or why it is left out, in order. Raises Unreadable for what is no text."""
    for block in _blocks(_decoded(data)):
        try:
            yield _item(block)
        except LeftOut as reason:
            yield Left(block.line, _name_of(block), str(reason))


def _decoded(data: bytes) -> str:
    try:
        text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise Unreadable(_("This is not a text file."))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _blocks(text: str) -> Iterator[_Block]:
    """Give the blocks that hold more than comments; an id or a tag stands in the comments of its block."""
    folder: tuple[str, ...] = ()
    block = _Block(0, folder)
    for number, row in enumerate([*text.split("\n"), ""], start=1):
        if not row.strip():
            if block.rows:
                yield block
            block = _Block(0, folder)
        elif row.lstrip().startswith("//"):
            block.marks += [(match[1], re.sub(r"\\(.)", r"\1", match[2]).strip()) for match in _MARK.finditer(row)]
        elif not block.rows and (match := _CATEGORY.fullmatch(row)):
            folder = way(restored(hidden(match[1])))
            block.folder = folder
        else:
            block.line = block.line or number
            block.rows.append(row)


def _name_of(block: _Block) -> str:
    text = hidden("\n".join(block.rows)).strip()
    match = _NAME.match(text)
    return " ".join(restored(match[1] if match else text.split("{", 1)[0]).split())[:80]


def _item(block: _Block) -> Item:
    text = hidden("\n".join(block.rows)).strip()
    match = _NAME.match(text)
    name, text = (restored(match[1]), text[match.end() :]) if match else ("", text)
    form, text = _form(text, "moodle")
    stem, answers = _parted(text)
    answers, after = _with_after(answers)
    kind, pieces = kind_and_pieces(answers)
    item = Item(place=block.line, kind=kind, folder=block.folder, stem=_html(stem, form), pieces=pieces, tells_all=False)
    for piece in pieces:
        is_plain = kind in ("short", "numeric")
        piece.html = restored(piece.html).strip() if is_plain else _formed(piece.html, form)
        piece.reply = _formed(piece.reply, form)
        piece.match = as_html(restored(piece.match))
    item.after = _formed(after, form)
    item.name = " ".join(name.split()) or plain(item.stem)[:80]
    _marked(item, block)
    return item


def _marked(item: Item, block: _Block) -> None:
    item.idnumber = next((word for mark, word in block.marks if mark == "id"), "")
    for mark, word in block.marks:
        if mark == "tag" and word.startswith(SOURCE_TAG):
            item.source = word.removeprefix(SOURCE_TAG).strip()
        elif mark == "tag":
            item.notes.append(_("The tag “%(tag)s” is left out.") % {"tag": word})


def _parted(text: str) -> tuple[str, str]:
    """Part the question from its answers. With words after the braces it is a text with a gap."""
    start, end = text.find("{"), text.find("}")
    if start < 0 and end < 0:
        raise LeftOut(_("This is a text without answers, not a question."))
    if start < 0 or end < start:
        raise LeftOut(_("A brace is missing: answers stand in { and }."))
    before, answers, behind = text[:start], text[start + 1 : end], text[end + 1 :].strip()
    if "{" in behind or "}" in behind or "{" in answers:
        raise LeftOut(_("There are several pairs of braces: one gap for each question."))
    return (before.rstrip() + GAP + behind if behind else before), answers.strip()


def _with_after(answers: str) -> tuple[str, str]:
    head, mark, after = answers.rpartition("####")
    return (head.strip(), after) if mark else (answers, "")


def _form(text: str, usual: str) -> tuple[str, str]:
    match = _FORMAT.match(text)
    return (match[1].lower(), text[match.end() :]) if match else (usual, text)


def _formed(text: str, usual: str) -> str:
    form, text = _form(text, usual)
    return _html(text, form)


def _html(text: str, form: str) -> str:
    text = restored(text).strip()
    if form == "plain":
        return as_html(text)
    if form == "markdown":
        return render(text).html
    return text if form == "html" else text.replace("\n", "<br>")
