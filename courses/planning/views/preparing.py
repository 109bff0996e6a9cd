"""Editions are prepared, changed, copied, announced and closed."""

from typing import Any, cast
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.models import User
from courses.editions import actions
from courses.editions.entry import for_managers, not_closed, runs_it, staff_only
from courses.editions.models import Edition
from courses.editions.queries import candidates_for, courses_named
from courses.planning.forms import CopyForm, EditionForm, FacilitatorsForm, NewForm


@staff_only
def edition_new(request: HttpRequest) -> HttpResponse:
    """Prepare an edition of a course."""
    for_managers(request)
    person = _person(request)
    courses = list(courses_named(None, request.LANGUAGE_CODE, request).values())
    first = NewForm(request.POST or None, courses=courses, initial={"uid": uuid4(), "course": request.GET.get("course", "")})
    start = {"zone": person.time_zone, "languages": [request.LANGUAGE_CODE]}
    form = EditionForm(request.POST or None, initial=start)
    if request.method == "POST" and first.is_valid() and form.is_valid():
        held = first.cleaned_data
        made = actions.create_edition(
            course_key=UUID(held["course"]), values=form.cleaned_data, by=person, uid=held["uid"], now=timezone.now()
        )
        messages.success(request, _("The edition is prepared. Nobody finds it before you announce it."))
        return _to(made)
    return _page(request, _("New edition"), [first, form], _("Prepare"), reverse("teaching"))


@runs_it
def edition_edit(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Change an edition."""
    for_managers(request)
    not_closed(edition)
    form = EditionForm(request.POST or None, instance=edition)
    if request.method == "POST" and form.is_valid():
        if actions.change_edition(edition=edition, values=form.cleaned_data, by=_person(request), now=timezone.now()):
            messages.success(request, _("Saved."))
        else:
            messages.info(request, _("Nothing was another."))
        return _to(edition)
    return _page(request, _("Change the edition"), [form], _("Save"), _address(edition), edition=edition)


@runs_it
def edition_copy(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Prepare the next edition like this one."""
    for_managers(request)
    form = CopyForm(request.POST or None, edition=edition, initial={"uid": uuid4()})
    if request.method == "POST" and form.is_valid():
        held = form.cleaned_data
        made = actions.copy_edition(
            edition=edition, name=held["name"], starts_on=held["starts_on"], by=_person(request), uid=held["uid"], now=timezone.now()
        )
        messages.success(request, _("The copy is prepared, without people. Look at its dates and events before you announce it."))
        return _to(made)
    return _page(request, _("Copy the edition"), [form], _("Copy"), _address(edition), edition=edition)


@runs_it
def edition_announce(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Ask once more, then let people find the edition."""
    for_managers(request)
    not_closed(edition)
    if request.method == "POST":
        actions.announce_edition(edition=edition, by=_person(request), now=timezone.now())
        messages.success(request, pgettext("edition", "Announced."))
        return _to(edition)
    said = [
        _("People find the edition below its course and come in as its enrolment says."),
        _("Its own discussions open below the modules; only those who take part read them."),
    ]
    return _page(request, _("Announce the edition?"), [], _("Announce"), _address(edition), edition=edition, said=said)


@runs_it
def edition_close(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Say what closing means, then close."""
    for_managers(request)
    if request.method == "POST":
        actions.close_edition(edition=edition, by=_person(request), now=timezone.now())
        messages.success(request, _("Closed. The final report stands below."))
        return _to(edition)
    not_closed(edition)
    said = [
        _("Its discussions can be read and no longer written in."),
        _("Nobody comes in or leaves any more; dates, marks and enrolments stay as they are."),
        _("The figures are frozen and kept as its final report."),
        _("Those who took part go on reading the course. Closing cannot be undone."),
    ]
    return _page(request, _("Close the edition?"), [], pgettext("edition", "Close"), _address(edition), edition=edition, said=said)


@runs_it
def edition_facilitators(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Say who runs the edition."""
    for_managers(request)
    form = FacilitatorsForm(
        request.POST if request.method == "POST" else None,
        candidates=candidates_for(edition),
        initial={"people": [row.person_id for row in edition.facilitator_rows.all()]},
    )
    if request.method == "POST" and form.is_valid():
        actions.set_facilitators(edition=edition, people=list(form.cleaned_data["people"]), by=_person(request), now=timezone.now())
        messages.success(request, _("Saved."))
        return _to(edition)
    return _page(request, _("Facilitators"), [form], _("Save"), _address(edition), edition=edition)


def _person(request: HttpRequest) -> User:
    return cast("User", request.user)


def _address(edition: Edition) -> str:
    return reverse("teaching-edition", args=[edition.uid])


def _to(edition: Edition) -> HttpResponse:
    return HttpResponseRedirect(_address(edition))


def _page(request: HttpRequest, title: str, forms: list[forms.BaseForm], button: str, back: str, **more: Any) -> HttpResponse:
    """Answer with forms, one below the other in one <form>; 422 where one of them was wrong."""
    context = {"title": title, "forms": forms, "button": button, "back": back, **more}
    return render(request, "courses/planning/form.html", context, status=422 if request.method == "POST" else 200)
