"""How many were certified, by country and month. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

MOST_MONTHS = 12


@dataclass(frozen=True)
class Line:
    """One country: its code ("" for not stated), how many in each of the months, and in all."""

    country: str
    numbers: tuple[int, ...]
    total: int


@dataclass(frozen=True)
class Figures:
    """`months`: "2026-03", the oldest first, at most the last twelve in which anybody was certified. `sums`: of each month.

    `earlier`: how many before them.
    """

    months: tuple[str, ...]
    sums: tuple[int, ...]
    lines: tuple[Line, ...]
    total: int
    earlier: int


def figures_of(counted: Iterable[tuple[str, str, int]]) -> Figures:
    """Return the figures of (country, month, number), the country with most people first."""
    cells: Counter[tuple[str, str]] = Counter()
    for country, month, number in counted:
        cells[country, month] += number
    all_months = sorted({month for _country, month in cells})
    months = tuple(all_months[-MOST_MONTHS:])
    totals: Counter[str] = Counter()
    for (country, _month), number in cells.items():
        totals[country] += number
    order = sorted(totals, key=lambda country: (-totals[country], country))
    lines = tuple(Line(country, tuple(cells[country, month] for month in months), totals[country]) for country in order)
    sums = tuple(sum(cells[country, month] for country in order) for month in months)
    total = sum(totals.values())
    return Figures(months, sums, lines, total, total - sum(sums))
