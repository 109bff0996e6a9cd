"""How a question fares: pure. Fractions and scores are between 0 and 1."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

LEAST = 10  # answers; below it one person's answer could be read off, and chance says more than the question


@dataclass(frozen=True)
class Given:
    """One answer: its fraction, the share of points in the rest of the attempt (None where it asked nothing else), what was given."""

    fraction: float
    rest: float | None
    value: Any = None


@dataclass(frozen=True)
class Figures:
    """`difficulty`: the mean fraction, 1 is easy. `discrimination`: correlation of this answer with the rest of the attempt, -1 to 1: with
    answers that are right or wrong, the point-biserial one. `chosen`: how often each option was. None or empty under `LEAST` answers.
    """

    answers: int
    difficulty: float | None = None
    discrimination: float | None = None
    chosen: dict[str, int] = field(default_factory=dict)

    @property
    def is_hidden(self) -> bool:
        """Whether there are too few answers to tell anything."""
        return self.answers < LEAST


def figures(given: Iterable[Given]) -> Figures:
    """Return the figures of one question from the answers to it."""
    rows = list(given)
    if len(rows) < LEAST:
        return Figures(len(rows))
    return Figures(
        len(rows),
        sum(row.fraction for row in rows) / len(rows),
        correlation([(row.fraction, row.rest) for row in rows if row.rest is not None]),
        dict(Counter(one for row in rows for one in _options(row.value))),
    )


def correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Return Pearson's correlation; None where one side never differs or there are too few."""
    if len(pairs) < LEAST:
        return None
    mean_x, mean_y = (sum(pair[side] for pair in pairs) / len(pairs) for side in (0, 1))
    both = sum((x - mean_x) * (y - mean_y) for x, y in pairs)
    spread = sqrt(sum((x - mean_x) ** 2 for x, _y in pairs) * sum((y - mean_y) ** 2 for _x, y in pairs))
    return None if spread < 1e-9 else max(-1.0, min(1.0, both / spread))


def _options(value: Any) -> list[str]:
    """Return the options that an answer chose: one, or several. Pairs and orders choose none."""
    return [value] if isinstance(value, str) else [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
