"""The cohort as a file."""

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import User
from accounts.queries import country_name
from courses.cohorts.choices import Cell
from courses.cohorts.export import as_csv, as_xlsx, moment
from courses.cohorts.screens import Picked, picked
from courses.editions.models import Edition, Event
from courses.evaluation.entry import for_those_who_run
from courses.evaluation.tabling import Value

KINDS = {"csv": "text/csv; charset=utf-8", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


@require_safe
@for_those_who_run
def cohort_export(request: HttpRequest, user: User, edition: Edition, kind: str) -> HttpResponse:
    """Give the cohort, as it was picked, as a file of this kind; moments in the zone of the edition. Raises Http404 for an unknown kind."""
    if kind not in KINDS:
        raise Http404
    found, events = picked(request, edition, timezone.now()), list(edition.events.all())
    head = _head(found, [event.title for event in events])
    rows = _rows(edition, found, [event.pk for event in events])
    content = as_xlsx(edition.name, head, rows) if kind == "xlsx" else as_csv(head, rows, _separator())
    answer = HttpResponse(content, content_type=KINDS[kind])
    answer["Content-Disposition"] = f'attachment; filename="cohort-{edition.uid}.{kind}"'
    return answer


def _separator() -> str:
    """Return what separates columns where the reader lives: programs set to Portuguese, Spanish or French expect a semicolon."""
    return "," if get_language() == "en" else ";"


def _head(found: Picked, events: list[str]) -> list[str]:
    """Return the names of the columns; units done are numbers of their own, since programs take 3/5 for a day in May."""
    own = [
        *(_("Name"), _("E-mail address"), _("Country"), _("Country code"), _("Institution"), pgettext("person", "Language")),
        *(_("Takes part since"), _("Last seen"), _("More days"), _("State"), _("Completed on")),
        *(_("Per cent"), _("Units done"), _("Units that count"), _("Stuck since"), _("Late in modules")),
    ]
    modules = [f"{plan.number}. {plan.title}" for plan in found.plans]
    return [*own, *(f"{title}: {name}" for title in modules for name in (_("Units done"), _("State"))), *events]


def _rows(edition: Edition, found: Picked, events: list[int]) -> Iterator[list[Value]]:
    here, zone, words = get_language() or "en", edition.tz, {str(value): str(label) for value, label in Cell.choices}
    told = Event.objects.filter(pk__in=events, attendance__isnull=False).values_list("pk", "attendance__enrolment", "attendance__was_there")
    noted = {(event, person): there for event, person, there in told}
    said: dict[Any, str] = {True: pgettext("event", "there"), False: pgettext("event", "not there"), None: ""}
    for row in found.rows:
        yield [
            *(row.name, row.email, country_name(row.country, here), row.country, row.institution, row.language),
            *(moment(row.since, zone), moment(row.seen_at, zone), row.extra_days, str(row.standing.label), moment(row.completed_at, zone)),
            *(row.percent, row.done, row.total, moment(row.stuck_since, zone), " ".join(str(number) for number in row.late)),
            *(value for square in row.squares for value in (square.done, words[square.state])),
            *(said[noted.get((event, row.pk))] for event in events),
        ]
