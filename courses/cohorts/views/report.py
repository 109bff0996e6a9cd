"""Figures of an edition: by country and institution, and the report that is frozen when it is closed."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import User
from accounts.queries import country_name
from courses.cohorts.queries import report_of
from courses.cohorts.screens import frame, picked
from courses.cohorts.summing import Group, grouped_by
from courses.editions.models import Edition
from courses.evaluation.asking import worded
from courses.evaluation.entry import for_those_who_run
from courses.evaluation.showing import shown_questions, shown_tests
from courses.evaluation.svg import Bar, bars

DRAWN = 20  # bars of one drawing; the table has all


@require_safe
@for_those_who_run
def summary_page(request: HttpRequest, user: User, edition: Edition) -> HttpResponse:
    """Show the cohort by country and by institution."""
    found, here = picked(request, edition, timezone.now()), get_language() or "en"
    parts = []
    for name, title in (("country", _("By country")), ("institution", _("By institution"))):
        groups = grouped_by(found.rows, name)
        named = [(_label(group, name, here), group) for group in groups]
        drawn = [Bar(label, group.percent, f"{group.percent} %") for label, group in named[:DRAWN]]
        parts.append({"title": title, "groups": named, "chart": bars(name, _("Done, mean in per cent"), drawn, top=100)})
    context = {"title": _("Countries and institutions"), "picked": found, "parts": parts}
    return render(request, "courses/cohorts/summary.html", frame(edition, "cohort-summary", **context))


@require_safe
@for_those_who_run
def report_page(request: HttpRequest, user: User, edition: Edition) -> HttpResponse:
    """Show the report: as it was frozen once the edition is closed, with today's figures before."""
    here = get_language() or "en"
    is_frozen = edition.is_closed and bool(edition.report)
    report: dict[str, Any] = (edition.report if is_frozen else report_of(edition, timezone.now(), request)) or {}
    modules = [{**module, "title": worded(module["titles"], here)[0]} for module in report["modules"]]
    number = report["people"]["active"]
    drawn = [Bar(f"{module['number']}. {module['title']}", module["done"], str(module["done"])) for module in modules]
    context = {
        "title": pgettext("edition", "Report"),
        "report": report,
        "is_frozen": is_frozen,
        "at": datetime.fromisoformat(report["at"]),
        "modules": modules,
        "chart": bars("modules", _("People who have done each module"), drawn, top=number),
        "countries": [{**row, "name": country_name(row["code"], here) if row["code"] else ""} for row in report["countries"]],
        "events": [{**row, "at": datetime.fromisoformat(row["at"])} for row in report["events"]],
        "questions": shown_questions(report["evaluation"], here),
        "figures": report["evaluation"],
        "tests": report["tests"],
        "tests_chart": shown_tests(report["tests"]),
    }
    return render(request, "courses/cohorts/report.html", frame(edition, "edition-report", **context))


def _label(group: Group, field: str, here: str) -> str:
    if not group.name:
        return _("not stated")
    return country_name(group.name, here) if field == "country" else group.name
