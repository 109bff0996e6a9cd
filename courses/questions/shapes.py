"""Whether a question can be asked: what is wrong with it, as sentences. Pure; the forms of each kind stand in `models.Question`."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from courses.questions.choices import Kind
from courses.questions.grading import weight_of
from courses.questions.markup import LONGEST, plain, says_something
from courses.questions.numbers import readings

MOST_OPTIONS = 40
Words = Mapping[str, Any]


class Problem(NamedTuple):
    """What is wrong, and beside which field of the question it is said: stem, options, weights, pairs, accepted or answers."""

    field: str
    sentence: str


def problems(kind: str, shape: Mapping[str, Any], key: Mapping[str, Any], texts: Mapping[str, Words]) -> list[Problem]:
    """Return what keeps a question from being asked; nothing for a good one. `texts`: {language: words}, at least one."""
    check = _CHECKS.get(kind)
    if check is None:
        return [Problem("kind", _("There is no such kind of question."))]
    try:
        found = list(check(shape, key))
    except (KeyError, TypeError, ValueError, AttributeError):
        return [Problem("options", _("The question is not built as its kind asks."))]
    if not texts:
        found.append(Problem("stem", _("The question has no words.")))
    if not found:
        for words in texts.values():
            found += _words(kind, shape, words)
        found += _accepted(key, texts) if kind == Kind.SHORT else []
    return list(dict.fromkeys(found))


def parts_of(kind: str, shape: Mapping[str, Any]) -> list[str]:
    """Return the ids of all that has words: options, or lefts and rights."""
    return [*shape.get("lefts", []), *shape.get("rights", [])] if kind == Kind.MATCHING else list(shape.get("options", []))


def is_whole(kind: str, shape: Mapping[str, Any], words: Words) -> bool:
    """Return whether a language has words for the question and each of its parts: what a learner can be shown."""
    return not _words(kind, shape, words)


def _words(kind: str, shape: Mapping[str, Any], words: Words) -> list[Problem]:
    found = []
    if not says_something(str(words.get("stem", ""))):
        found.append(Problem("stem", _("Write the question.")))
    options = words.get("options") or {}
    if any(not says_something(str(options.get(one, ""))) for one in parts_of(kind, shape)):
        found.append(Problem("options", _("Each option needs words.")))
    if kind == Kind.MATCHING and not found:
        rights = [plain(options[one]).casefold() or options[one] for one in shape["rights"]]
        if len(set(rights)) < len(rights):
            found.append(Problem("options", _("Two answers on the right are the same.")))
    every = [words.get("stem", ""), *options.values(), *(words.get("replies") or {}).values()]
    if any(len(str(one)) > LONGEST for one in every):
        found.append(Problem("stem", _("The text is too long.")))
    return found


def _choice(shape: Mapping[str, Any], key: Mapping[str, Any]) -> Iterator[Problem]:
    options, weights = shape["options"], {one: weight_of(weight) for one, weight in key["weights"].items()}
    if not 2 <= len(set(options)) <= MOST_OPTIONS:
        yield Problem("options", _("There must be two options at least and %(most)d at most.") % {"most": MOST_OPTIONS})
    elif set(options) != set(weights) or len(options) != len(weights):
        yield Problem("weights", _("Each option needs its weight."))


def _single(shape: Mapping[str, Any], key: Mapping[str, Any]) -> Iterator[Problem]:
    yield from _choice(shape, key)
    if max(map(weight_of, key["weights"].values()), default=Decimal(0)) != 100:
        yield Problem("weights", _("One option must be worth 100 per cent."))


def _multiple(shape: Mapping[str, Any], key: Mapping[str, Any]) -> Iterator[Problem]:
    yield from _choice(shape, key)
    total = sum(weight for one in key["weights"].values() if (weight := weight_of(one)) > 0)
    if not 99 <= total <= 101:
        yield Problem("weights", _("The right options together must be worth 100 per cent."))


def _true_false(shape: Mapping[str, Any], key: Mapping[str, Any]) -> Iterator[Problem]:
    yield from _choice(shape, key)
    if len(shape["options"]) != 2 or sorted(map(weight_of, key["weights"].values())) != [0, 100]:
        yield Problem("weights", _("Either true or false is right."))


def _matching(shape: Mapping[str, Any], key: Mapping[str, Any]) -> Iterator[Problem]:
    lefts, rights, pairs = shape["lefts"], shape["rights"], key["pairs"]
    if not 2 <= len(set(lefts)) <= MOST_OPTIONS or not 2 <= len(set(rights)) <= MOST_OPTIONS:
        yield Problem("options", _("There must be two pairs at least and %(most)d at most.") % {"most": MOST_OPTIONS})
    elif set(pairs) != set(lefts) or not set(pairs.values()) <= set(rights) or set(lefts) & set(rights):
        yield Problem("pairs", _("Each line on the left needs its answer on the right."))


def _ordering(shape: Mapping[str, Any], key: Mapping[str, Any]) -> Iterator[Problem]:
    options = shape["options"]
    if not 2 <= len(set(options)) <= MOST_OPTIONS:
        yield Problem("options", _("There must be two items at least and %(most)d at most.") % {"most": MOST_OPTIONS})
    elif sorted(options) != sorted(key["order"]):
        yield Problem("options", _("Each item stands once in the right order."))


def _short(shape: Mapping[str, Any], key: Mapping[str, Any]) -> Iterator[Problem]:
    if not 1 <= len(key["weights"]) <= MOST_OPTIONS or max(map(weight_of, key["weights"].values())) != 100:
        yield Problem("accepted", _("One answer must be worth 100 per cent."))


def _accepted(key: Mapping[str, Any], texts: Mapping[str, Words]) -> list[Problem]:
    """Check that each answer has words in one language at least: a translation may leave some out."""
    held = {one for words in texts.values() for one, said in (words.get("accepted") or {}).items() if str(said).strip()}
    return [] if set(key["weights"]) <= held else [Problem("accepted", _("Write the words of each answer that counts."))]


def _numeric(shape: Mapping[str, Any], key: Mapping[str, Any]) -> Iterator[Problem]:
    answers = key["answers"]
    if not 1 <= len(answers) <= MOST_OPTIONS or max(weight_of(one["weight"]) for one in answers) != 100:
        yield Problem("answers", _("One answer must be worth 100 per cent."))
    for one in answers:
        tolerance = readings(one.get("tolerance") or "0")
        if one["value"] != "*" and not readings(one["value"]):
            yield Problem("answers", _("This is not a number."))
        if not tolerance or tolerance[0] < 0:
            yield Problem("answers", _("The tolerance must be a number, 0 or more."))


_CHECKS: dict[str, Callable[[Mapping[str, Any], Mapping[str, Any]], Iterator[Problem]]] = {
    Kind.SINGLE: _single,
    Kind.MULTIPLE: _multiple,
    Kind.TRUE_FALSE: _true_false,
    Kind.MATCHING: _matching,
    Kind.ORDERING: _ordering,
    Kind.SHORT: _short,
    Kind.NUMERIC: _numeric,
}
