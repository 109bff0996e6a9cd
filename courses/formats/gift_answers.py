"""What stands between the braces of a GIFT question. Pure; signs that are only signs are hidden already."""

import re
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from courses.formats.gift_signs import restored
from courses.formats.items import LeftOut, Piece, weight
from courses.questions.choices import Kind
from courses.questions.numbers import readings

_WEIGHT = re.compile(r"\s*%(-?[0-9]{1,3}(?:[.,][0-9]*)?)%")
_TRUE, _FALSE = {"T", "TRUE"}, {"F", "FALSE"}


def kind_and_pieces(text: str) -> tuple[str, list[Piece]]:
    """Return the kind of a question and its answers, not yet restored or formatted. Raises LeftOut."""
    if not text:
        raise LeftOut(_("An essay is marked by a person; such questions are not taken."))
    if text.startswith("#"):
        return Kind.NUMERIC, _numbers(text[1:].strip())
    if "~" in text:
        return _choices(text)
    if "=" in text and "->" in text:
        return Kind.MATCHING, _pairs(text)
    word, *replies = text.split("#")
    if word.strip().upper() in _TRUE | _FALSE:
        return Kind.TRUE_FALSE, _true_false(word.strip().upper() in _TRUE, replies)
    return Kind.SHORT, _short(text)


def _weighted(text: str, usual: int) -> tuple[int | str, str]:
    match = _WEIGHT.match(text)
    return (weight(match[1]), text[match.end() :]) if match else (usual, text)


def _choices(text: str) -> tuple[str, list[Piece]]:
    pieces = []
    for sign, words in re.findall(r"([=~])([^=~]*)", text):
        worth, words = _weighted(words, 100 if sign == "=" else 0)
        words, _mark, reply = words.partition("#")
        pieces.append(Piece(words, worth, reply))
    if re.match(r"[^=~]*\S", text.split("~", 1)[0].split("=", 1)[0]):
        raise LeftOut(_("An answer begins with = or ~."))
    return (Kind.SINGLE if "=" in text else Kind.MULTIPLE), pieces


def _pairs(text: str) -> list[Piece]:
    pieces = []
    for part in text.split("="):
        if not part.strip():
            continue
        left, mark, right = part.partition("->")
        if not mark or not restored(right).strip():
            raise LeftOut(_("Each pair is written as = left -> right."))
        pieces.append(Piece(left.strip(), match=right.strip()))
    return pieces


def _true_false(is_true: bool, replies: list[str]) -> list[Piece]:
    """Read the feedback: first that for the wrong answer, then that for the right one."""
    wrong, right = [*replies, "", ""][:2]
    return [
        Piece("true", 100 if is_true else 0, right if is_true else wrong),
        Piece("false", 0 if is_true else 100, wrong if is_true else right),
    ]


def _short(text: str) -> list[Piece]:
    pieces = []
    for part in text.split("=") if "=" in text else [text]:
        if not part.strip():
            continue
        worth, words = _weighted(part, 100)
        words, _mark, reply = words.partition("#")
        pieces.append(Piece(words, worth, reply))
    return pieces


def _numbers(text: str) -> list[Piece]:
    pieces = []
    for sign, part in re.findall(r"(^|[=~])([^=~]*)", text):
        if not part.strip():
            continue
        worth, words = _weighted(part, 0 if sign == "~" else 100)
        words, _mark, reply = words.partition("#")
        value, tolerance = _value(words.strip())
        pieces.append(Piece(value, worth, reply, tolerance=tolerance))
    return pieces


def _value(text: str) -> tuple[str, str]:
    """Return a number and its tolerance: "3", "3:0.5", "2.5..3.5", "*" or nothing for any number."""
    if text in ("", "*"):
        return "*", "0"
    first, sign, second = text.partition("..") if ".." in text else text.partition(":")
    numbers = [readings(one.strip()) for one in (first, second or "0")]
    if not all(numbers):
        raise LeftOut(_("“%(text)s” is not a number.") % {"text": restored(text)[:40]})
    low, high = numbers[0][0], numbers[1][0]
    if sign != "..":
        return written(low), written(abs(high))
    return written((low + high) / 2), written(abs(high - low) / 2)


def written(number: Decimal) -> str:
    """Return a number as it is kept: no needless noughts, no exponent."""
    try:
        text = f"{number:f}"
    except (InvalidOperation, ValueError):
        return str(number)
    return text.rstrip("0").rstrip(".") if "." in text else text
