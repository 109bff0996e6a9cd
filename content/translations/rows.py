"""What a line of the translation board is made of, whoever answers for it: plain values, no models, no request.

A room puts its texts on the board by the hook `translation_rows`: a function without arguments that returns a `Source`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from content.translations.choices import SIGNS, State


@dataclass(frozen=True)
class Asked:
    """What the board is asked for: texts in this language (all if empty), in one of these states, with these words in their title."""

    language: str = ""
    states: tuple[State, ...] = (State.STALE, State.MISSING)
    words: str = ""
    below: str = ""


@dataclass(frozen=True)
class Cell:
    """A text in one language. `url`: where it is edited; `begin`: where its translation is begun or brought up by POST; else nothing to do.

    `changed`: how many passages differ from the original (0: not known). `is_waiting`: somebody has it for review.
    """

    language: str
    state: State
    since: datetime | None = None
    by: str = ""
    changed: int = 0
    rendering: str = ""
    url: str = ""
    begin: str = ""
    confirm: str = ""
    is_begun: bool = False
    is_waiting: bool = False

    @property
    def sign(self) -> str:
        """Return the look of the state."""
        return SIGNS[self.state][0]

    @property
    def icon(self) -> str:
        """Return the picture beside it."""
        return SIGNS[self.state][1]


@dataclass(frozen=True)
class Line:
    """One text with all its languages. `language`: of the original and of the title."""

    title: str
    language: str
    url: str = ""
    kind: str = ""
    changed_at: datetime | None = None
    whole: str = ""
    cells: dict[str, Cell] = field(default_factory=dict)


@dataclass(frozen=True)
class Listed:
    """A stretch of lines, and how many there are in all."""

    lines: list[Line]
    total: int


@dataclass(frozen=True)
class Source:
    """Texts of one sort: `can_see` says to whom they are shown, `listed(user, asked, start, stop)` gives a stretch of them, what wants
    attention first, in a number of queries that does not grow with them."""

    key: str
    label: Any
    can_see: Callable[[Any], bool]
    listed: Callable[[Any, Asked, int, int], Listed]
    order: int = 100
