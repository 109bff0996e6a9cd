"""Moodle XML read. Pure; a hostile file (entities, other files, endless depth) is refused as a whole, a strange question alone."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from courses.formats.choices import SOURCE_TAG
from courses.formats.gift_answers import written
from courses.formats.items import Item, Left, LeftOut, Piece, Unreadable, points, way, weight
from courses.formats.xml_texts import html_of, old_picture, said
from courses.questions.choices import Kind
from courses.questions.grading import weight_of
from courses.questions.markup import as_html, plain
from courses.questions.numbers import readings

REASONS = {
    "essay": gettext_noop("An essay is marked by a person; such questions are not taken."),
    "description": gettext_noop("This is a text without answers, not a question."),
    "cloze": gettext_noop("Gaps inside a text are not taken."),
    "multianswer": gettext_noop("Gaps inside a text are not taken."),
    "gapselect": gettext_noop("Gaps inside a text are not taken."),
    "ddwtos": gettext_noop("Gaps inside a text are not taken."),
    "ddmarker": gettext_noop("Questions on a picture are not taken."),
    "ddimageortext": gettext_noop("Questions on a picture are not taken."),
    "calculated": gettext_noop("Questions with a formula are not taken."),
    "calculatedsimple": gettext_noop("Questions with a formula are not taken."),
    "calculatedmulti": gettext_noop("Questions with a formula are not taken."),
    "randomsamatch": gettext_noop("Questions made of other questions are not taken."),
    "random": gettext_noop("Questions made of other questions are not taken."),
}


def read_moodle_xml(data: bytes) -> Iterator[Item | Left]:
    """Give each question of a Moodle XML file, or why it is left out, in order. Raises Unreadable for what is no such file."""
    folder: tuple[str, ...] = ()
    place = 0
    for node in _root(data).iter("question"):
        kind = (node.get("type") or "").strip().lower()
        if kind == "category":
            folder = way(said(node, "category/text") or said(node, "category"))
            continue
        place += 1
        name = " ".join(said(node, "name/text").split())
        try:
            yield _item(node, kind, place, name, folder)
        except LeftOut as reason:
            yield Left(place, name[:80] or plain(said(node, "questiontext/text"))[:80], str(reason))


def _root(data: bytes) -> Element:
    try:
        root: Element = fromstring(data.removeprefix(b"\xef\xbb\xbf").lstrip(), forbid_dtd=True)
    except DefusedXmlException as error:
        raise Unreadable(_("The file names other files or entities; such files are refused.")) from error
    except ParseError as error:
        line, column = error.position
        raise Unreadable(_("The file is no whole XML: line %(line)d, sign %(column)d.") % {"line": line, "column": column}) from error
    except (ValueError, LookupError) as error:
        raise Unreadable(_("The encoding of the file cannot be read.")) from error
    if root.tag != "quiz":
        raise Unreadable(_("This is no Moodle XML: it does not begin with <quiz>."))
    return root


def _item(node: Element, kind: str, place: int, name: str, folder: tuple[str, ...]) -> Item:
    read = _KINDS.get(kind)
    if read is None:
        reason = _(REASONS[kind]) if kind in REASONS else _("Questions of the kind “%(kind)s” are not known.") % {"kind": kind[:40]}
        raise LeftOut(reason)
    item = Item(place=place, kind="", name=name, folder=folder, idnumber=said(node, "idnumber"))
    item.stem = html_of(node.find("questiontext"), item) + old_picture(node, item)
    item.points = points(said(node, "defaultgrade"))
    item.is_shuffled = _is_so(said(node, "shuffleanswers") or "1")
    item.is_retired = _is_so(said(node, "hidden"))
    read(node, item)
    item.after = html_of(node.find("generalfeedback"), item)
    item.right = html_of(node.find("correctfeedback"), item)
    item.partly = html_of(node.find("partiallycorrectfeedback"), item)
    item.wrong = html_of(node.find("incorrectfeedback"), item)
    item.name = item.name or plain(item.stem)[:80]
    _noted(node, item)
    return item


def _is_so(word: str) -> bool:
    return word.lower() in ("1", "true", "yes")


def _noted(node: Element, item: Item) -> None:
    for tag in node.iterfind("tags/tag"):
        word = said(tag, "text")
        if word.startswith(SOURCE_TAG):
            item.source = word.removeprefix(SOURCE_TAG).strip()
        elif word:
            item.notes.append(_("The tag “%(tag)s” is left out.") % {"tag": word[:80]})
    if any(said(hint, "text") for hint in node.iterfind("hint")):
        item.notes.append(_("Hints for another try are left out."))


def _answers(node: Element, item: Item, *, is_plain: bool = False) -> Iterator[Piece]:
    for answer in node.iterfind("answer"):
        words = said(answer, "text") if is_plain else html_of(_without_reply(answer), item)
        yield Piece(words, weight(answer.get("fraction", "0")), html_of(answer.find("feedback"), item))


def _without_reply(answer: Element) -> Element:
    """Return the answer alone, so that pictures of its feedback are not taken for its own."""
    alone = Element("answer", dict(answer.attrib))
    alone.extend(child for child in answer if child.tag in ("text", "file"))
    return alone


def _choice(node: Element, item: Item) -> None:
    item.kind = Kind.SINGLE if _is_so(said(node, "single") or "true") else Kind.MULTIPLE
    item.pieces = list(_answers(node, item))


def _true_false(node: Element, item: Item) -> None:
    item.kind = Kind.TRUE_FALSE
    found = {piece.html.lower(): piece for piece in _answers(node, item, is_plain=True)}
    if set(found) != {"true", "false"}:
        raise LeftOut(_("The answers are not true and false."))
    item.pieces = [found["true"], found["false"]]


def _short(node: Element, item: Item) -> None:
    item.kind = Kind.SHORT
    item.is_case_kept = _is_so(said(node, "usecase"))
    item.pieces = list(_answers(node, item, is_plain=True))


def _number(node: Element, item: Item) -> None:
    item.kind = Kind.NUMERIC
    units = [unit for unit in node.iterfind("units/unit") if said(unit, "unit_name")]
    if units and (said(node, "unitgradingtype") not in ("", "0") or any(weight_of(said(unit, "multiplier") or 1) != 1 for unit in units)):
        raise LeftOut(_("Units that count in the mark are not taken."))
    if units:
        item.notes.append(_("The unit is left out: the number alone counts."))
    item.pieces = list(_answers(node, item, is_plain=True))
    for piece, answer in zip(item.pieces, node.iterfind("answer"), strict=True):
        piece.tolerance = _kept(said(answer, "tolerance") or "0")
        piece.html = piece.html if piece.html == "*" else _kept(piece.html)


def _kept(text: str) -> str:
    numbers = readings(text)
    return written(numbers[0]) if numbers else text


def _matching(node: Element, item: Item) -> None:
    item.kind = Kind.MATCHING
    for pair in node.iterfind("subquestion"):
        left = Element("subquestion", dict(pair.attrib))
        left.extend(child for child in pair if child.tag in ("text", "file"))
        item.pieces.append(Piece(html_of(left, item), match=as_html(said(pair, "answer/text"))))


def _ordering(node: Element, item: Item) -> None:
    item.kind = Kind.ORDERING
    item.pieces = list(_answers(node, item))
    places = [weight_of(answer.get("fraction", "")) for answer in node.iterfind("answer")]
    if len(set(places)) == len(places):
        item.pieces = [piece for _place, piece in sorted(zip(places, item.pieces, strict=True), key=lambda pair: pair[0])]
    if said(node, "gradingtype"):
        item.notes.append(_("The order is marked by this site's own rule: the longest run that stands right."))


_KINDS: dict[str, Callable[[Element, Item], None]] = {
    "multichoice": _choice,
    "truefalse": _true_false,
    "shortanswer": _short,
    "numerical": _number,
    "matching": _matching,
    "match": _matching,
    "ordering": _ordering,
}
