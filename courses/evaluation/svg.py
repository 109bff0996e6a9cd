"""Figures as drawings that say what they show: text is text, no style attribute (the CSP forbids them). Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDTH, ROW, BAR, LABEL = 320, 40, 12, 40


@dataclass(frozen=True)
class Bar:
    """One bar: its label, its length (0 or more), and the words at its end."""

    label: str
    value: float
    said: str


def bars(name: str, title: str, bars: Sequence[Bar], top: float = 0) -> SafeString:
    """Return lying bars under one another; `name` tells drawings of one page apart; `top` is the value of a full bar (0: the longest).

    The table beside it has the same numbers; here they are said once more for those who read the drawing alone.
    """
    full = top or max((bar.value for bar in bars), default=0) or 1
    said = "; ".join(f"{bar.label}: {bar.said}" for bar in bars)
    return format_html(
        '<svg class="chart" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-t {}-d"><title id="{}-t">{}</title><desc id="{}-d">{}</desc>'
        "{}</svg>",
        WIDTH,
        max(len(bars), 1) * ROW,
        *(name, name, name, title, name, said),
        format_html_join("", "{}", ((_row(bar, place, full),) for place, bar in enumerate(bars))),
    )


def _row(bar: Bar, place: int, full: float) -> SafeString:
    above = place * ROW
    long = round(max(0.0, min(1.0, bar.value / full)) * WIDTH, 1)
    label = bar.label if len(bar.label) <= LABEL else f"{bar.label[: LABEL - 1].rstrip()}…"
    return format_html(
        '<text x="0" y="{}">{}</text><text x="{}" y="{}" text-anchor="end">{}</text>'
        '<rect class="whole" x="0" y="{}" width="{}" height="{}"/><rect class="part" x="0" y="{}" width="{}" height="{}"/>',
        *(above + 14, label, WIDTH, above + 14, bar.said),
        *(above + 20, WIDTH, BAR, above + 20, long, BAR),
    )
