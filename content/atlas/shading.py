"""Shades for numbers: few enough to tell apart, each with its words for the key below the map."""

from collections.abc import Iterable
from typing import NamedTuple

SHADES = 4


class Shade(NamedTuple):
    """One shade: its number (1 is the lightest) and the numbers it stands for."""

    number: int
    least: int
    most: int

    def __str__(self) -> str:
        return str(self.least) if self.least == self.most else f"{self.least}–{self.most}"


def shades(numbers: Iterable[int]) -> list[Shade]:
    """Return up to four shades for numbers from one upwards; each covers a wider span than the one before."""
    most = max(numbers, default=0)
    tops = sorted({most if step == SHADES else max(step, round(most ** (step / SHADES))) for step in range(1, SHADES + 1)} - {0})
    tops = [top for top in tops if top <= most]
    return [Shade(number, (tops[number - 2] if number > 1 else 0) + 1, top) for number, top in enumerate(tops, 1)]


def shade_of(number: int, scale: list[Shade]) -> int:
    """Return the number of the shade that a number has; the darkest for what lies above the scale."""
    return next((shade.number for shade in scale if number <= shade.most), len(scale))
