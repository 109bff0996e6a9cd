"""What an answer is worth, from 0 to 1, and why. Pure: no rows, no clock; no input whatever raises.

single, true_false: the weight of the chosen option. multiple: the weights of the chosen options added up, never below 0 or above 1; from
99 per cent on it is whole, as thirds are written 33.333. matching: the share of lefts with their right one. ordering: the longest run of
items in the right order, whatever stands between them: with n items of which k are in it, (k - 1) / (n - 1), so one item out of place
costs one step and the reverse order gives nothing. short: the best weight of the accepted words, in any language, that fit. numeric: the
first answer whose value is met within its tolerance, `*` (any number) last. No answer, or one of another form: 0.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from courses.questions.choices import Kind
from courses.questions.numbers import readings
from courses.questions.wording import fits

PLACES = Decimal("0.00001")
NOTHING, WHOLE = Decimal("0.00000"), Decimal("1.00000")
NEARLY = Decimal("0.99")
Accepted = Mapping[str, Mapping[str, str]]


class Part(NamedTuple):
    """One part of an answer, as a review shows it. `id` finds its words (`options`) and its feedback (`replies`).

    Choices: one part for each option; `is_chosen`; `is_right`: it should be chosen. Matching: one for each left; `given` and `right` are
    ids of rights. Ordering: one for each item in the right order; `given` is its place in the answer from 1 (None: left out), `right` its
    right place, `is_right`: it is part of the run that counts. Short and numeric: one part at most, the answer that fitted; `given` as
    typed.
    """

    id: str
    is_chosen: bool
    is_right: bool
    given: str | int | None = None
    right: str | int | None = None
    weight: Decimal = NOTHING


def grade(kind: str, shape: Mapping[str, Any], key: Mapping[str, Any], value: Any, accepted: Accepted | None = None) -> Decimal:
    """Return what the answer is worth, 0 to 1, five places. `accepted`: {language: {key id: words}}, all languages count."""
    parts = explained(kind, shape, key, value, accepted)
    if value is None or not parts:
        return NOTHING
    if kind == Kind.MATCHING:
        return _within(Decimal(sum(part.is_right for part in parts)) / len(parts))
    if kind == Kind.ORDERING:
        run = sum(part.is_right for part in parts)
        return _within(Decimal(run - 1) / (len(parts) - 1) if len(parts) > 1 else Decimal(run))
    total = sum((part.weight for part in parts if part.is_chosen), Decimal(0)) / 100
    return WHOLE if kind == Kind.MULTIPLE and total >= NEARLY else _within(total)


def explained(kind: str, shape: Mapping[str, Any], key: Mapping[str, Any], value: Any, accepted: Accepted | None = None) -> list[Part]:
    """Return the parts of an answer, see `Part`. A malformed value counts as none."""
    shape, key = _mapping(shape), _mapping(key)
    match kind:
        case Kind.SINGLE | Kind.TRUE_FALSE | Kind.MULTIPLE:
            return _choices(kind, shape, key, value)
        case Kind.MATCHING:
            return list(_pairs(shape, key, value))
        case Kind.ORDERING:
            return list(_places(key, value))
        case Kind.SHORT:
            return list(_words(shape, key, value, accepted or {}))
        case Kind.NUMERIC:
            return list(_numbers(key, value))
    return []


def verdict(fraction: Decimal | None) -> str:
    """Return the field of a text with the general feedback for this mark: right, partly or wrong."""
    if fraction is None or fraction <= 0:
        return "wrong"
    return "right" if fraction >= 1 else "partly"


def weight_of(given: Any) -> Decimal:
    """Return a weight in per cent, -100 to 100; 0 for what is none."""
    try:
        weight = Decimal(str(given)) if not isinstance(given, bool) else Decimal(0)
    except (InvalidOperation, ValueError):
        return Decimal(0)
    return max(Decimal(-100), min(Decimal(100), weight)) if weight.is_finite() else Decimal(0)


def _within(share: Decimal) -> Decimal:
    return max(NOTHING, min(WHOLE, share)).quantize(PLACES)


def _mapping(given: Any) -> Mapping[str, Any]:
    return given if isinstance(given, Mapping) else {}


def _ids(given: Any) -> list[str]:
    """Return the ids of a list, each once; nothing for what is no list."""
    return list(dict.fromkeys(one for one in given if isinstance(one, str))) if isinstance(given, list | tuple) else []


def _choices(kind: str, shape: Mapping[str, Any], key: Mapping[str, Any], value: Any) -> list[Part]:
    weights = {one: weight_of(_mapping(key.get("weights")).get(one, 0)) for one in _ids(shape.get("options"))}
    chosen = set(_ids(value)) if kind == Kind.MULTIPLE else {value} if isinstance(value, str) else set()
    least = Decimal(0) if kind == Kind.MULTIPLE else max([*weights.values(), Decimal(1)]) - Decimal("0.00001")
    return [Part(one, one in chosen, weight > least, weight=weight) for one, weight in weights.items()]


def _pairs(shape: Mapping[str, Any], key: Mapping[str, Any], value: Any) -> Iterator[Part]:
    given, pairs = _mapping(value), _mapping(key.get("pairs"))
    for left in _ids(shape.get("lefts")):
        if left in pairs:
            answer = given.get(left)
            answer = answer if isinstance(answer, str) else None
            yield Part(left, answer is not None, answer is not None and answer == pairs[left], answer, pairs[left])


def _places(key: Mapping[str, Any], value: Any) -> Iterator[Part]:
    order = _ids(key.get("order"))
    known = set(order)
    given = [one for one in _ids(value) if one in known]
    run = _longest_run([order.index(one) for one in given])
    for place, one in enumerate(order):
        yield Part(one, one in given, place in run, given.index(one) + 1 if one in given else None, place + 1)


def _longest_run(places: list[int]) -> set[int]:
    """Return the longest rising subsequence."""
    ends: list[int] = []
    best: list[list[int]] = []
    for place in places:
        length = bisect_left(ends, place)
        row = [*(best[length - 1] if length else []), place]
        ends[length : length + 1] = [place]
        best[length : length + 1] = [row]
    return set(best[-1]) if best else set()


def _words(shape: Mapping[str, Any], key: Mapping[str, Any], value: Any, accepted: Accepted) -> Iterator[Part]:
    if not isinstance(value, str):
        return
    is_case_kept = shape.get("is_case_kept") is True
    weights = {one: weight_of(weight) for one, weight in _mapping(key.get("weights")).items()}
    found = [
        (weights[one], "*" not in words, len(words), one)
        for texts in accepted.values()
        for one, words in _mapping(texts).items()
        if one in weights and isinstance(words, str) and fits(words, value, is_case_kept=is_case_kept)
    ]
    if found:
        weight, _is_exact, _length, one = max(found)
        yield Part(one, is_chosen=True, is_right=weight >= 100, given=value, weight=weight)


def _numbers(key: Mapping[str, Any], value: Any) -> Iterator[Part]:
    given = key.get("answers")
    answers = [one for one in given if isinstance(one, Mapping)] if isinstance(given, list) else []
    numbers = readings(value)
    met = (answer for number in numbers for answer in answers if _is_met(answer, number))
    answer = next(met, None) or next((one for one in answers if numbers and one.get("value") == "*"), None)
    if answer is not None:
        weight = weight_of(answer.get("weight", 0))
        yield Part(str(answer.get("id", "")), is_chosen=True, is_right=weight >= 100, given=str(value), weight=weight)


def _is_met(answer: Mapping[str, Any], number: Decimal) -> bool:
    wanted, tolerance = readings(answer.get("value")), readings(answer.get("tolerance") or "0")
    return bool(wanted and tolerance) and abs(number - wanted[0]) <= abs(tolerance[0])
