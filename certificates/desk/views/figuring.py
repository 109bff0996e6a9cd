"""How many were certified, by country and month: a drawing and the table with the same numbers."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import User
from accounts.queries import country_name
from certificates.desk.entry import for_the_desk, for_those_who_teach
from certificates.desk.figures import Figures
from certificates.desk.queries import certified
from courses.editions.models import Edition
from courses.evaluation.svg import Bar, bars

DRAWN = 20  # countries of the drawing; the table has all


@require_safe
@for_the_desk
def edition_figures(request: HttpRequest, user: User, edition: Edition) -> HttpResponse:
    """Show the figures of one edition."""
    return _shown(request, certified(user, edition), edition)


@require_safe
@for_those_who_teach
def all_figures(request: HttpRequest, user: User) -> HttpResponse:
    """Show the figures of all editions that this person runs."""
    return _shown(request, certified(user), None)


def _shown(request: HttpRequest, figures: Figures, edition: Edition | None) -> HttpResponse:
    here = get_language() or "en"
    months = [date_format(date.fromisoformat(f"{month}-01"), "YEAR_MONTH_FORMAT") for month in figures.months]
    lines = [(country_name(line.country, here) if line.country else _("not stated"), line) for line in figures.lines]
    by_month = [Bar(month, number, str(number)) for month, number in zip(months, figures.sums, strict=True)]
    by_country = [Bar(name, line.total, str(line.total)) for name, line in lines[:DRAWN]]
    context: dict[str, Any] = {
        "edition": edition,
        "figures": figures,
        "months": months,
        "lines": [(name, list(zip(months, line.numbers, strict=True)), line.total) for name, line in lines],
        "month_chart": bars("months", _("Certified in each month"), by_month),
        "country_chart": bars("countries", _("Certified in each country"), by_country),
    }
    return render(request, "certificates/desk/figures.html", context)
