"""The cohort as a grid."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import User
from courses.cohorts.choices import PER_PAGE, Cell
from courses.cohorts.screens import frame, picked
from courses.editions.models import Edition
from courses.evaluation.entry import for_those_who_run


@require_safe
@for_those_who_run
def cohort_page(request: HttpRequest, user: User, edition: Edition) -> HttpResponse:
    """Show person by module: who stands where, who is stuck and since when, who is late."""
    found = picked(request, edition, timezone.now())
    page = Paginator(found.rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "picked": found,
        "page_obj": page,
        "kinds": ["csv", "xlsx"],
        "words": {str(value): label for value, label in Cell.choices},
        "title": _("Cohort"),
        "stuck": sum(row.stuck_since is not None for row in found.everybody),
        "late": sum(bool(row.late) for row in found.everybody),
        "completed": sum(row.completed_at is not None for row in found.everybody),
    }
    return render(request, "courses/cohorts/cohort.html", frame(edition, "cohort", **context))
