"""The steps of setup: every storey answers for its own by the hook `setup_steps`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from wagtail import hooks


@dataclass(frozen=True, order=True)
class Step:
    """One step: lower `order` first; `do(now)` may be called again and again, and says what it changed, or None."""

    order: int
    title: str
    do: Callable[[datetime], str | None]


def steps() -> list[Step]:
    """Return all steps in their order."""
    return sorted(_found(), key=lambda step: (step.order, step.title))


def _found() -> Iterator[Step]:
    for hook in hooks.get_hooks("setup_steps"):
        for order, title, do in hook():
            yield Step(order, str(title), do)
