"""An item of a file made into the shape, key and words of a question; ids are those of the question that is there already. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.utils.translation import gettext as _

from courses.formats.choices import TRUE_FALSE
from courses.formats.items import Item, LeftOut, Piece
from courses.questions.choices import Kind
from courses.questions.grading import weight_of
from courses.questions.markup import cleaned


@dataclass
class Built:
    """What `keep_question` takes."""

    shape: dict[str, Any]
    key: dict[str, Any]
    words: dict[str, Any]


@dataclass
class Held:
    """A question that is there: its shape and key, its words in the file's language (empty: none yet), whether it has others."""

    shape: Mapping[str, Any] = field(default_factory=dict)
    key: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, Any] = field(default_factory=dict)
    has_others: bool = False

    @property
    def is_translated(self) -> bool:
        """Whether the file brings words in a further language, onto the answers in their order."""
        return self.has_others and not self.words


def built(item: Item, language: str, held: Held) -> Built:
    """Return what a question becomes. Raises LeftOut where a translation has other answers than the question."""
    made = _BUILDERS[item.kind](item, held)
    if item.kind == Kind.TRUE_FALSE:
        made.words["options"] = dict(zip(made.shape["options"], TRUE_FALSE.get(language, TRUE_FALSE["en"]), strict=True))
    if held.is_translated and item.kind != Kind.SHORT:
        if not _is_same(made, held):
            raise LeftOut(_("Its answers do not match those in the other languages."))
        made.shape, made.key = dict(held.shape), dict(held.key)
    elif not item.tells_all and held.shape:
        made.shape |= {name: held.shape[name] for name in ("is_shuffled", "is_case_kept") if name in held.shape}
    made.words |= {"stem": item.stem, "after": item.after, "source": item.source}
    general = {"right": item.right, "partly": item.partly, "wrong": item.wrong}
    made.words |= general if item.tells_all else {name: held.words.get(name, "") for name in general}
    return made


def _is_same(made: Built, held: Held) -> bool:
    """Return whether the ids, taken in order, lead to the same key."""
    shape = {**made.shape, **{name: held.shape.get(name) for name in ("is_shuffled", "is_case_kept")}}
    known = {**held.shape, **{name: held.shape.get(name) for name in ("is_shuffled", "is_case_kept")}}
    return shape == known and _plain_key(made.key) == _plain_key(held.key)


def _plain_key(key: Mapping[str, Any]) -> Any:
    if "weights" in key:
        return {one: weight_of(weight) for one, weight in key["weights"].items()}
    return key


def _ids(before: Sequence[str], words: Mapping[str, str], now: Sequence[str]) -> list[str]:
    """Return an id for each text: that of the same words, else the one at its place, else a new one. `words`: {id: text} held."""
    free = list(before)
    found: list[str | None] = [None] * len(now)
    for place, text in enumerate(now):
        found[place] = next((one for one in free if words and words.get(one) == text), None)
        if found[place]:
            free.remove(str(found[place]))
    for place, one in enumerate(found):
        if one is None and place < len(before) and before[place] in free:
            found[place] = before[place]
            free.remove(before[place])
    return [one or str(uuid4()) for one in found]


def _replies(ids: Sequence[str], pieces: Sequence[Piece]) -> dict[str, str]:
    return {one: piece.reply for one, piece in zip(ids, pieces, strict=True) if piece.reply}


def _options(item: Item, held: Held) -> tuple[list[str], dict[str, Any]]:
    texts = [cleaned(piece.html, item.files) for piece in item.pieces]
    ids = _ids(held.shape.get("options", []), held.words.get("options", {}), texts)
    return ids, {"options": dict(zip(ids, texts, strict=True)), "replies": _replies(ids, item.pieces)}


def _choice(item: Item, held: Held) -> Built:
    ids, words = _options(item, held)
    weights = {one: piece.weight for one, piece in zip(ids, item.pieces, strict=True)}
    return Built({"options": ids, "is_shuffled": item.is_shuffled}, {"weights": weights}, words)


def _true_false(item: Item, held: Held) -> Built:
    ids = list(held.shape.get("options", [])) or [str(uuid4()), str(uuid4())]
    weights = {one: piece.weight for one, piece in zip(ids, item.pieces, strict=True)}
    return Built({"options": ids, "is_shuffled": False}, {"weights": weights}, {"replies": _replies(ids, item.pieces)})


def _matching(item: Item, held: Held) -> Built:
    rows = [(cleaned(piece.html, item.files), cleaned(piece.match)) for piece in item.pieces]
    lefts = [left for left, _right in rows if left]
    rights = list(dict.fromkeys([right for left, right in rows if left] + [right for _left, right in rows]))
    words = held.words.get("options", {})
    left_ids, right_ids = _ids(held.shape.get("lefts", []), words, lefts), _ids(held.shape.get("rights", []), words, rights)
    by_words = dict(zip(rights, right_ids, strict=True))
    pairs = dict(zip(left_ids, (by_words[right] for left, right in rows if left), strict=True))
    options = dict(zip([*left_ids, *right_ids], [*lefts, *rights], strict=True))
    replies = _replies(left_ids, [piece for piece, row in zip(item.pieces, rows, strict=True) if row[0]])
    shape = {"lefts": left_ids, "rights": right_ids, "is_shuffled": item.is_shuffled}
    return Built(shape, {"pairs": pairs}, {"options": options, "replies": replies})


def _ordering(item: Item, held: Held) -> Built:
    before = {"options": held.key.get("order", [])}
    ids, words = _options(item, Held(before, {}, held.words))
    options = held.shape.get("options", []) if sorted(held.shape.get("options", [])) == sorted(ids) else ids
    return Built({"options": list(options)}, {"order": ids}, words)


def _short(item: Item, held: Held) -> Built:
    """Take each answer's id from the same words, else from one of the same weight; ids that only other languages use stay."""
    weights = {one: weight_of(weight) for one, weight in held.key.get("weights", {}).items()}
    accepted = held.words.get("accepted", {})
    free = sorted(weights, key=lambda one: (-weights[one], accepted.get(one, ""), one))
    ids = []
    for same_words in (True, False):
        for place, piece in enumerate(item.pieces):
            if same_words:
                ids.append(next((one for one in free if accepted.get(one) == piece.html), ""))
            elif not ids[place]:
                ids[place] = next((one for one in free if weights[one] == weight_of(piece.weight)), "") or str(uuid4())
            if ids[place] in free:
                free.remove(ids[place])
    stay = {one: held.key["weights"][one] for one in free} if held.has_others else {}
    key = {"weights": {**{one: piece.weight for one, piece in zip(ids, item.pieces, strict=True)}, **stay}}
    words = {"accepted": {one: piece.html for one, piece in zip(ids, item.pieces, strict=True)}, "replies": _replies(ids, item.pieces)}
    return Built({"is_case_kept": item.is_case_kept}, key, words)


def _numeric(item: Item, held: Held) -> Built:
    before = [one for one in held.key.get("answers", []) if isinstance(one, Mapping)]
    ids = _ids([one["id"] for one in before], {one["id"]: one["value"] for one in before}, [piece.html for piece in item.pieces])
    answers = [
        {"id": one, "value": piece.html, "tolerance": piece.tolerance, "weight": piece.weight}
        for one, piece in zip(ids, item.pieces, strict=True)
    ]
    return Built({}, {"answers": answers}, {"replies": _replies(ids, item.pieces)})


_BUILDERS: dict[str, Callable[[Item, Held], Built]] = {
    Kind.SINGLE: _choice,
    Kind.MULTIPLE: _choice,
    Kind.TRUE_FALSE: _true_false,
    Kind.MATCHING: _matching,
    Kind.ORDERING: _ordering,
    Kind.SHORT: _short,
    Kind.NUMERIC: _numeric,
}
