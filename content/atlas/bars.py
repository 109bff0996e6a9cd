"""Small charts: a bar beside each row of a table, and columns for years."""

from collections.abc import Mapping, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

LONG, THICK = 100, 10
HIGH, COLUMN, SPACE = 80, 12, 4
MOST_COLUMNS = 60


def bar(number: int, most: int) -> SafeString:
    """Return a bar as long as its share of the longest; only a picture of the number beside it."""
    share = round(LONG * number / most, 1) if most > 0 else 0
    drawing = '<svg class="bar-drawn" viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true"><path d="M0 0h{}v{}H0z"/></svg>'
    return format_html(drawing, LONG, THICK, share, THICK)


def columns(numbers: Mapping[int, int], *, label: str) -> SafeString:
    """Return a column for each year from the first to the last; years without anything are gaps. Nothing for no years."""
    if not numbers:
        return SafeString("")
    last = max(numbers)
    years: Sequence[int] = range(max(min(numbers), last - MOST_COLUMNS + 1), last + 1)
    most, step = max(numbers.values()), COLUMN + SPACE
    heights = [(i * step, round(HIGH * numbers.get(year, 0) / most, 1)) for i, year in enumerate(years)]
    drawn = format_html_join("", "M{} {}v-{}h{}v{}z", ((x, HIGH, height, COLUMN, height) for x, height in heights if height))
    width = max(step * len(years) - SPACE, 8 * step)
    marks = format_html('<text x="0" y="{}">{}</text>', HIGH + 16, years[0])
    if len(years) > 1:
        marks += format_html('<text x="{}" y="{}" text-anchor="end">{}</text>', step * len(years) - SPACE, HIGH + 16, last)
    opening = format_html('<svg class="columns-drawn" viewBox="0 0 {} {}" role="img" aria-label="{}">', width, HIGH + 20, label)
    return format_html('{}<path d="{}"/>{}</svg>', opening, drawn, marks)
