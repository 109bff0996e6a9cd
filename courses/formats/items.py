"""A question as a file tells it, in no format's own words. Pure: no rows here."""

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from courses.questions.grading import weight_of

MOST_POINTS = Decimal("9999.99")


class Unreadable(ValueError):
    """The file cannot be read at all; the message is a sentence for the person."""


class LeftOut(ValueError):
    """This question is not taken; the message is the reason, a sentence for the person."""


@dataclass
class Piece:
    """One answer: an option, one side of a pair with its `match`, words that count, or a number with its tolerance. Weight in per cent."""

    html: str = ""
    weight: int | str = 0
    reply: str = ""
    match: str = ""
    tolerance: str = "0"


@dataclass
class Item:
    """One question of a file. `place`: its line (GIFT) or number (XML). `folder`: the names on the way to it. `notes`: what was lost.

    `tells_all`: the format tells points, order and general feedback; where it does not, those of a question that is there already stay.
    """

    place: int
    kind: str
    name: str = ""
    folder: tuple[str, ...] = ()
    idnumber: str = ""
    points: Decimal = Decimal(1)
    stem: str = ""
    pieces: list[Piece] = field(default_factory=list)
    is_shuffled: bool = True
    is_case_kept: bool = False
    is_retired: bool = False
    right: str = ""
    partly: str = ""
    wrong: str = ""
    after: str = ""
    source: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    tells_all: bool = True


@dataclass(frozen=True)
class Left:
    """A question of a file that is left out, and why."""

    place: int
    name: str
    reason: str


def weight(text: str) -> int | str:
    """Return a weight as it is kept: whole ones as a number, others as they are written, five places at most."""
    number = weight_of(text.strip().replace(",", ".") or "0")
    whole = round(number)
    return whole if number == whole else f"{number:.5f}".rstrip("0")


def points(text: str) -> Decimal:
    """Return what a question is worth: two places, more than nothing; 1 for what is no number or too large."""
    try:
        number = Decimal(text.strip() or "1")
    except InvalidOperation:
        return Decimal(1)
    if not number.is_finite() or abs(number) > MOST_POINTS:
        return Decimal(1)
    return max(number.quantize(Decimal("0.01")), Decimal("0.01"))


def way(path: str) -> tuple[str, ...]:
    """Return the names of a category: "$course$/top/A/B//C" is A, then "B/C"."""
    names = [name.replace("\x00", "/").strip() for name in path.replace("//", "\x00").split("/")]
    while names and (names[0] in ("", "top") or (names[0].startswith("$") and names[0].endswith("$"))):
        names.pop(0)
    return tuple(name for name in names if name)
