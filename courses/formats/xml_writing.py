"""Moodle XML written. Pure."""

import base64
import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from django.utils.translation import gettext as _

from courses.formats.choices import SOURCE_TAG
from courses.formats.items import Item, Piece
from courses.questions.choices import Kind
from courses.questions.markup import picture_names, plain

TYPES = {
    Kind.SINGLE: "multichoice",
    Kind.MULTIPLE: "multichoice",
    Kind.TRUE_FALSE: "truefalse",
    Kind.MATCHING: "matching",
    Kind.ORDERING: "ordering",
    Kind.SHORT: "shortanswer",
    Kind.NUMERIC: "numerical",
}
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_moodle_xml(items: Iterable[Item]) -> bytes:
    """Return the file: a category where it changes, each question with its pictures. What is lost is noted with the item."""
    root = Element("quiz")
    folder: tuple[str, ...] = ()
    for item in items:
        if item.folder != folder:
            folder = item.folder
            category = SubElement(SubElement(root, "question", type="category"), "category")
            _text(category, "/".join(("$course$", "top", *(name.replace("/", "//") for name in folder))))
        _question(SubElement(root, "question", type=TYPES[Kind(item.kind)]), item)
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _question(node: Element, item: Item) -> None:
    _text(SubElement(node, "name"), item.name)
    _html(node, "questiontext", item.stem, item)
    _html(node, "generalfeedback", item.after, item)
    SubElement(node, "defaultgrade").text = str(item.points)
    SubElement(node, "hidden").text = str(int(item.is_retired))
    SubElement(node, "idnumber").text = _safe(item.idnumber)
    if item.kind in (Kind.SINGLE, Kind.MULTIPLE):
        SubElement(node, "single").text = "true" if item.kind == Kind.SINGLE else "false"
    if item.kind in (Kind.SINGLE, Kind.MULTIPLE, Kind.MATCHING):
        SubElement(node, "shuffleanswers").text = "true" if item.is_shuffled else "false"
    if item.kind == Kind.SHORT:
        SubElement(node, "usecase").text = str(int(item.is_case_kept))
    for tag, html in (("correctfeedback", item.right), ("partiallycorrectfeedback", item.partly), ("incorrectfeedback", item.wrong)):
        _html(node, tag, html, item)
    for place, piece in enumerate(item.pieces):
        _answer(node, item, piece, place)
    if item.source:
        _text(SubElement(SubElement(node, "tags"), "tag"), SOURCE_TAG + item.source)


def _answer(node: Element, item: Item, piece: Piece, place: int) -> None:
    if item.kind == Kind.MATCHING:
        _pair(node, item, piece)
        return
    fraction = str(place + 1) if item.kind == Kind.ORDERING else str(piece.weight)
    if item.kind in (Kind.SINGLE, Kind.MULTIPLE, Kind.ORDERING):
        answer = _html(node, "answer", piece.html, item)
    else:
        answer = SubElement(node, "answer", format="moodle_auto_format")
        _text(answer, ("true", "false")[place] if item.kind == Kind.TRUE_FALSE else piece.html)
    answer.set("fraction", fraction)
    if item.kind == Kind.NUMERIC:
        SubElement(answer, "tolerance").text = piece.tolerance
    if piece.reply:
        _html(answer, "feedback", piece.reply, item)


def _pair(node: Element, item: Item, piece: Piece) -> None:
    pair = _html(node, "subquestion", piece.html, item)
    _text(SubElement(pair, "answer"), plain(piece.match))
    if "<" in piece.match:
        item.notes.append(_("Moodle XML cannot hold: %(what)s.") % {"what": _("formatting on the right of pairs")})
    if piece.reply:
        item.notes.append(_("Moodle XML cannot hold: %(what)s.") % {"what": _("feedback on pairs")})


def _html(node: Element, tag: str, html: str, item: Item) -> Element:
    made = SubElement(node, tag, format="html")
    _text(made, html)
    for name in picture_names(html):
        if name in item.files:
            file = SubElement(made, "file", name=name, path="/", encoding="base64")
            file.text = base64.b64encode(item.files[name]).decode()
    return made


def _text(node: Element, text: str) -> None:
    SubElement(node, "text").text = _safe(text)


def _safe(text: str) -> str:
    return _NOT_IN_XML.sub("", text)
