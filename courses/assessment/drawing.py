"""What an attempt asks, and in which order: pure, the chance is passed in."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from random import Random
from typing import Any, TypeVar

from courses.questions.choices import Kind

T = TypeVar("T", bound=Hashable)
Slot = tuple[T | None, Sequence[T], int]  # the question that is asked here, or those to draw from, and how many


def drawn(slots: Iterable[Slot[T]], *, is_shuffled: bool, chance: Random) -> list[T]:
    """Return the questions of one attempt, none twice. A folder with too few gives what it has; questions asked by name are never drawn."""
    slots = list(slots)
    named = {one for one, _pool, _count in slots if one is not None}
    asked: list[T] = []
    for one, pool, count in slots:
        if one is not None:
            asked.append(one)
        else:
            left = [item for item in pool if item not in named and item not in asked]
            asked.extend(chance.sample(left, min(count, len(left))))
    if is_shuffled:
        chance.shuffle(asked)
    return asked


def order_of(kind: str, shape: Mapping[str, Any], chance: Random) -> Any:
    """Return the order in which options are shown; text and numbers have none.

    What is to be put in order, and what is to be matched with something, is always shuffled: as it is kept, it is the answer.
    """
    if kind == Kind.MATCHING:
        lefts = _shuffled(shape["lefts"], chance, bool(shape.get("is_shuffled")))
        return {"lefts": lefts, "rights": _shuffled(shape["rights"], chance, True)}
    if kind in (Kind.SHORT, Kind.NUMERIC):
        return []
    return _shuffled(shape["options"], chance, kind == Kind.ORDERING or bool(shape.get("is_shuffled")))


def _shuffled(ids: Sequence[str], chance: Random, is_shuffled: bool) -> list[str]:
    return chance.sample(list(ids), len(ids)) if is_shuffled else list(ids)
