"""When modules open and are due; events."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from courses.editions import actions
from courses.editions.entry import not_closed, runs_it
from courses.editions.models import Edition, Event
from courses.editions.queries import dates_of, modules_of
from courses.planning.forms import EventForm, ModuleDatesForm


@runs_it
def edition_dates(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Say when each module opens and is due."""
    not_closed(edition)
    days = {key: (row.opens_on, row.due_on) for key, row in dates_of(edition).items()}
    modules = modules_of(edition.course_key, request.LANGUAGE_CODE, request)
    form = ModuleDatesForm(request.POST if request.method == "POST" else None, modules=modules, days=days)
    if request.method == "POST" and form.is_valid():
        said = {module.key: form.days_of(module.key) for module in modules}
        actions.set_module_dates(edition=edition, dates=said, by=cast("User", request.user), now=timezone.now())
        messages.success(request, _("Saved."))
        return _back(edition)
    return render(request, "courses/planning/dates.html", {"edition": edition, "form": form}, status=422 if form.errors else 200)


@runs_it
def event_new(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Add an event."""
    not_closed(edition)
    return _event(request, edition, None)


@runs_it
def event(request: HttpRequest, edition: Edition, event_uid: UUID) -> HttpResponse:
    """Change an event, or (button `remove`) remove it."""
    not_closed(edition)
    found = edition.events.filter(uid=event_uid).first()
    if found is None:
        raise Http404
    if request.method == "POST" and "remove" in request.POST:
        actions.remove_event(event=found, by=cast("User", request.user), now=timezone.now())
        messages.success(request, _("The event is removed."))
        return _back(edition)
    return _event(request, edition, found)


def _event(request: HttpRequest, edition: Edition, found: Event | None) -> HttpResponse:
    """Read the form in the edition's time zone: what one types there is that zone's clock."""
    with timezone.override(edition.tz):
        form = EventForm(request.POST or None, instance=found, zone=edition.zone)
        if request.method == "POST" and form.is_valid():
            person, now = cast("User", request.user), timezone.now()
            if found is None:
                actions.add_event(edition=edition, values=form.cleaned_data, by=person, now=now)
            else:
                actions.change_event(event=found, values=form.cleaned_data, by=person, now=now)
            messages.success(request, _("Saved."))
            return _back(edition)
        context = {"edition": edition, "form": form, "event": found, "back": reverse("teaching-edition", args=[edition.uid])}
        return render(request, "courses/planning/event.html", context, status=422 if form.errors else 200)


def _back(edition: Edition) -> HttpResponse:
    return HttpResponseRedirect(reverse("teaching-edition", args=[edition.uid]))
