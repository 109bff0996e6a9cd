"""Small numbers are not shown. Pure."""

from collections.abc import Collection, Mapping
from typing import TypeVar

LEAST = 5  # people: figures about fewer are hidden
K = TypeVar("K")


def is_shown(number: int) -> bool:
    """Return whether figures about so many people are shown."""
    return number >= LEAST


def grouped(sizes: Mapping[K, int], unknown: Collection[K] = ()) -> tuple[list[K], list[K]]:
    """Return which groups are shown, the biggest first, and which are put together as the rest, so that none under 5 can be worked out.

    `unknown` ones are always of the rest. Where the rest is still under 5, the smallest of the others joins it; else what is left of the
    total would tell.
    """
    ranked = sorted(sizes, key=lambda name: (-sizes[name], str(name)))
    shown = [name for name in ranked if is_shown(sizes[name]) and name not in unknown]
    rest = [name for name in ranked if name not in shown]
    while shown and rest and not is_shown(sum(sizes[name] for name in rest)):
        rest.insert(0, shown.pop())
    return shown, rest
