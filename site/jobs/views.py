"""The report of jobs: what waits, what failed and why, and the buttons to try again or let go."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_q.models import Schedule

from . import actions, queries

SHOWN = 50


@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """Show the jobs that are not done."""
    if not request.user.has_perm("jobs.view_job"):
        raise PermissionDenied
    context = {
        "page_title": _("Jobs"),
        "header_icon": "history",
        "jobs": Paginator(queries.not_done(), SHOWN).get_page(request.GET.get("p")),
        "queued": queries.queued()[:SHOWN],
        "waiting_count": queries.waiting_count(),
        "oldest": round(queries.oldest_ready_age(now=timezone.now())),
        "schedules": Schedule.objects.order_by("name"),
        "may_change": request.user.has_perm("jobs.change_job"),
    }
    return render(request, "jobs/report.html", context)


@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Try a job again, or let go of it."""
    if not request.user.has_perm("jobs.change_job"):
        raise PermissionDenied
    id = request.POST.get("job", "").replace("\x00", "")  # PostgreSQL takes no NUL
    if "dismiss" in request.POST:
        done, text = actions.dismiss(id=id), _("The job is let go.")
    else:
        done, text = actions.try_again(id=id), _("The job is in the queue again.")
    messages.success(request, text) if done else messages.warning(request, _("This job is done or in the queue already."))
    return redirect("jobs-report")
