"""What all screens of an edition share: where it is, what stands beside it, and its cohort as picked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from courses.cohorts.forms import SiftForm, days_asked
from courses.cohorts.queries import cohort, plans_of
from courses.cohorts.sifting import sifted
from courses.cohorts.standings import Plan, Row
from courses.editions.models import Edition


@dataclass(frozen=True)
class Picked:
    """A cohort as a form picked it. `query`: the rest of an address that picks the same again."""

    plans: list[Plan]
    everybody: list[Row]
    rows: list[Row]
    form: SiftForm
    days: int
    query: str


def picked(request: HttpRequest, edition: Edition, now: datetime) -> Picked:
    """Return the cohort as the address picks it."""
    plans, days = plans_of(request, edition), days_asked(request.GET)
    everybody = cohort(edition=edition, plans=plans, now=now, days=days)
    form = SiftForm(request.GET, everybody)
    asked = {name: request.GET[name] for name in form.fields if request.GET.get(name)}
    rows = [] if form.is_nobody else sifted(everybody, form.wishes)
    return Picked(plans, everybody, rows, form, days, urlencode(asked))


def frame(edition: Edition, here: str, **more: Any) -> dict[str, Any]:
    """Return what the frame of a screen needs: the edition, the screens beside this one, and `more`."""
    screens = [(name, reverse(name, args=[edition.uid]), label) for name, label in _screens()]
    return {"edition": edition, "screens": screens, "here": here, **more}


def _screens() -> list[tuple[str, str]]:
    return [
        ("cohort", _("Cohort")),
        ("cohort-summary", _("Countries and institutions")),
        ("cohort-write", _("Write to learners")),
        ("attendance", _("Attendance")),
        ("evaluation-figures", _("Evaluation")),
        ("edition-report", pgettext("edition", "Report")),
    ]
