"""Who was at which event."""

from contextlib import suppress
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from courses.cohorts.screens import frame
from courses.editions.models import Edition, Event
from courses.enrolment.models import Enrolment
from courses.evaluation.entry import for_those_who_run
from courses.facilitation.actions import note_attendance
from courses.facilitation.models import Attendance

SHOWN = 100  # people a page: two fields each, and a form of more than 1000 is refused
STATES: dict[str, bool | None] = {"yes": True, "no": False, "": None}
LABELS = [("yes", pgettext_lazy("event", "there")), ("no", pgettext_lazy("event", "not there")), ("", pgettext_lazy("event", "not noted"))]


@require_safe
@for_those_who_run
def attendance_page(request: HttpRequest, user: User, edition: Edition) -> HttpResponse:
    """Show the events of the edition, each with how many were there."""
    active = Q(attendance__enrolment__state="active")
    events = Event.objects.filter(edition=edition).annotate(
        there=Count("attendance", filter=active & Q(attendance__was_there=True)),
        absent=Count("attendance", filter=active & Q(attendance__was_there=False)),
    )
    context = {"title": _("Attendance"), "events": list(events), "number": Enrolment.objects.active().filter(edition=edition).count()}
    return render(request, "courses/facilitation/attendance.html", frame(edition, "attendance", **context))


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who_run
def event_attendance(request: HttpRequest, user: User, edition: Edition, event: UUID) -> HttpResponse:
    """Show the cohort, so many a page that any form takes them, and note who was there."""
    found = get_object_or_404(Event, edition=edition, uid=event)
    people = Enrolment.objects.active().filter(edition=edition).select_related("person").order_by("person__name", "pk")
    page = Paginator(people, SHOWN).get_page(request.GET.get("page"))
    if request.method == "POST":
        if edition.is_closed:
            messages.warning(request, _("This edition is closed: its figures do not change any more."))
        else:
            number = note_attendance(event=found, noted=_noted(request), by=user, now=timezone.now())
            said = ngettext("Saved: %(n)s change.", "Saved: %(n)s changes.", number)
            messages.success(request, said % {"n": number})
        return HttpResponseRedirect(f"{reverse('event-attendance', args=[edition.uid, found.uid])}?page={page.number}")
    held = dict(Attendance.objects.filter(event=found, enrolment__in=[one.pk for one in page]).values_list("enrolment", "was_there"))
    words = {True: "yes", False: "no", None: ""}
    rows = [{"uid": one.uid, "name": one.person.get_full_name(), "state": words[held.get(one.pk)]} for one in page]
    context = {"title": found.title, "event": found, "page_obj": page, "rows": rows, "labels": LABELS}
    return render(request, "courses/facilitation/event_attendance.html", frame(edition, "attendance", **context))


def _noted(request: HttpRequest) -> dict[UUID, bool | None]:
    """Return what was changed on the form: what stands as it was shown is left to whoever noted it meanwhile."""
    noted = {}
    for name, said in request.POST.items():
        if name.startswith("p-") and said in STATES and said != request.POST.get(f"was-{name[2:]}", ""):
            with suppress(ValueError):
                noted[UUID(name[2:])] = STATES[said]
    return noted
