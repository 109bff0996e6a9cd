"""Which editions one runs, what one of them holds, what was done in it."""

from django.core.paginator import Paginator
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail import hooks

from courses.editions.choices import VERBS, Stage
from courses.editions.entry import runs_it, staff_only
from courses.editions.models import LATEST_FIRST, Edition
from courses.editions.queries import course_named, courses_named, dates_of, modules_of
from courses.editions.rules import manages_all, run_by

SHOWN = 30
IS_OVER = ExpressionWrapper(Q(stage=Stage.CLOSED), output_field=BooleanField())


@staff_only
def teaching(request: HttpRequest) -> HttpResponse:
    """List the editions that this person runs, those that are not closed first, the latest first; self-paced ones after them."""
    rows = run_by(request.user).order_by(IS_OVER, *LATEST_FIRST)
    stage = request.GET.get("stage", "")
    if stage in Stage.values:
        rows = rows.filter(stage=stage)
    page = Paginator(rows, SHOWN).get_page(request.GET.get("page"))
    courses = courses_named({row.course_key for row in page}, request.LANGUAGE_CODE, request)
    context = {
        "page_obj": page,
        "entries": [{"edition": row, "course": courses.get(row.course_key)} for row in page],
        "stages": Stage.choices,
        "stage": stage,
        "query": f"stage={stage}" if stage in Stage.values else "",
        "manages": manages_all(request.user),
    }
    return render(request, "courses/planning/teaching.html", context)


@runs_it
def edition(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Show one edition: its facts, its people's screens, its events, and the figures once it is closed."""
    dates = dates_of(edition)
    context = {
        "edition": edition,
        "course": course_named(edition.course_key, request.LANGUAGE_CODE, request),
        "manages": manages_all(request.user),
        "screens": [screen for fn in hooks.get_hooks("edition_screens") for screen in fn(request, edition)],
        "events": list(edition.events.all()),
        "facilitators": [row.person for row in edition.facilitator_rows.select_related("person").order_by("person__name")],
        "modules": [(named, dates.get(named.key)) for named in modules_of(edition.course_key, request.LANGUAGE_CODE, request)],
    }
    return render(request, "courses/planning/edition.html", context)


@runs_it
def acts(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Show what staff changed in this edition, the newest first."""
    rows = edition.staff_acts.select_related("by", "about")
    words = VERBS | {verb: said for fn in hooks.get_hooks("staff_verbs") for verb, said in fn().items()}
    page = Paginator(rows, SHOWN).get_page(request.GET.get("page"))
    entries = [{"act": row, "said": words.get(row.verb, row.verb)} for row in page]
    return render(request, "courses/planning/acts.html", {"edition": edition, "page_obj": page, "entries": entries})
