"""The bank told in no format's own words: what the writers take."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from courses.exchange.origins import idnumber_of
from courses.exchange.reporting import Report
from courses.formats.choices import Format
from courses.formats.gift_writing import gift_item_problem, write_gift
from courses.formats.items import Item, Left, Piece
from courses.formats.xml_writing import write_moodle_xml
from courses.questions.choices import Kind
from courses.questions.grading import weight_of
from courses.questions.markup import picture_names
from courses.questions.models import Question, QuestionText
from courses.questions.queries import names_of
from courses.questions.shapes import is_whole

GENERAL = ("right", "partly", "wrong", "after", "source")


def written_bank(form: str, language: str, folder: str = "") -> tuple[bytes, Report]:
    """Return the questions of a folder (all: nothing) with words in this language as a file, and what could not be told in it."""
    report = Report(language, form)
    for one in _told(language, folder):
        if isinstance(one, Item) and form == Format.GIFT and (reason := gift_item_problem(one)):
            one = Left(one.place, one.name, reason)
        if isinstance(one, Left):
            report.left.append(one)
        else:
            report.kept.append((one, "unchanged"))
    items = [item for item, _outcome in report.kept]
    return (write_gift(items) if form == Format.GIFT else write_moodle_xml(items)), report


def _told(language: str, folder: str) -> Iterator[Item | Left]:
    rows = Question.objects.within(folder).prefetch_related("texts", "files").order_by("folder", "pk")
    for place, question in enumerate(rows, start=1):
        text = next((text for text in question.texts.all() if text.language == language), None)
        if text is None or not is_whole(question.kind, question.shape, text.as_data()):
            yield Left(place, str(question), _("It has no words in this language."))
        else:
            yield _item(place, question, text)


def _item(place: int, question: Question, text: QuestionText) -> Item:
    item = Item(place, question.kind, question.name, tuple(names_of(question.folder)))
    item.idnumber = idnumber_of(question.origin, question.folder) or str(question.uid)
    item.points, item.stem, item.is_retired = question.points, text.stem, question.is_retired
    item.is_shuffled = question.shape.get("is_shuffled", True)
    item.is_case_kept = question.shape.get("is_case_kept", False)
    for name in GENERAL:
        setattr(item, name, getattr(text, name))
    item.pieces = list(_pieces(question, text))
    shown = {name for html in _every_text(item) for name in picture_names(html)}
    for row in question.files.all():
        if row.name in shown:
            with row.file.open("rb") as file:
                item.files[row.name] = file.read()
    return item


def _every_text(item: Item) -> Iterator[str]:
    yield from (item.stem, item.right, item.partly, item.wrong, item.after)
    for piece in item.pieces:
        yield from (piece.html, piece.reply)


def _pieces(question: Question, text: QuestionText) -> Iterator[Piece]:
    shape, key, replies = question.shape, question.key, text.replies
    match question.kind:
        case Kind.MATCHING:
            for one in shape["lefts"]:
                yield Piece(text.options[one], reply=replies.get(one, ""), match=text.options[key["pairs"][one]])
            used = set(key["pairs"].values())
            yield from (Piece(match=text.options[one]) for one in shape["rights"] if one not in used)
        case Kind.ORDERING:
            yield from (Piece(text.options[one], 100, replies.get(one, "")) for one in key["order"])
        case Kind.SHORT:
            yield from _words(key["weights"], text)
        case Kind.NUMERIC:
            for one in key["answers"]:
                yield Piece(one["value"], one["weight"], replies.get(one["id"], ""), tolerance=one.get("tolerance") or "0")
        case _:
            yield from (Piece(text.options[one], key["weights"][one], replies.get(one, "")) for one in shape["options"])


def _words(weights: dict[str, Any], text: QuestionText) -> Iterator[Piece]:
    """Give the words that count, the best first: a JSON object keeps no order."""
    held = sorted(text.accepted.items(), key=lambda pair: (-weight_of(weights.get(pair[0], 0)), pair[1]))
    yield from (Piece(words, weights[one], text.replies.get(one, "")) for one, words in held if one in weights)
