"""What was found, in figures: by theme, region and year."""

from typing import NamedTuple

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from content.atlas.bars import bar, columns
from content.library.asking import Asked
from content.library.choices import NAMES
from content.library.facets import chips
from content.library.queries import Found, find


class Row(NamedTuple):
    """One value of a facet: how many practices have it, drawn and in figures, and where they are listed."""

    label: str
    number: int
    drawn: SafeString
    depth: int
    url: str


class Figure(NamedTuple):
    """One facet in figures; years have a chart above their table."""

    key: str
    label: str
    chart: SafeString
    rows: list[Row]


@require_safe
def practice_figures(request: HttpRequest) -> TemplateResponse:
    """Show how many of the practices found fall to each theme, region and year."""
    found = find(Asked.read(request.GET), user=request.user, language=get_language() or "pt")
    figures = [figure_of(found, facet) for facet in ("theme", "region", "year")]
    context = {"found": found, "query": found.asked.query, "chips": chips(found), "figures": [figure for figure in figures if figure.rows]}
    response = TemplateResponse(request, "library/figures.html", context)
    patch_cache_control(response, private=True)
    return response


def figure_of(found: Found, facet: str) -> Figure:
    """Return one facet in figures; values without any practice are left out."""
    counts, library = found.counts(facet), reverse("library")
    most = max(counts.values(), default=0)
    rows = [
        Row(value.label, number, bar(number, most), value.depth, f"{library}?{found.asked.only(facet, value.key).query}")
        for value in found.shown(facet)
        if (number := counts.get(value.key, 0))
    ]
    chart = SafeString("")
    if facet == "year":
        chart = columns(
            {int(year): number for year, number in counts.items()}, label=_("Chart: practices by the years in which they went on")
        )
    return Figure(facet, str(NAMES[facet]), chart, rows)
