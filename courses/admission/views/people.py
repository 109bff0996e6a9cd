"""Who takes part, who asks, who waits; what staff decide about one person."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from courses.admission.forms import DaysForm, ReasonForm
from courses.editions.entry import not_closed, runs_it
from courses.editions.models import Edition
from courses.enrolment import actions
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment
from courses.enrolment.queries import people_of, state_counts
from courses.enrolment.refusals import Refused
from courses.enrolment.rules import can_withdraw

SHOWN = 50
View = Callable[[HttpRequest, Edition, Enrolment], HttpResponse]


@runs_it
def edition_people(request: HttpRequest, edition: Edition) -> HttpResponse:
    """List the people of an edition, filtered by where they stand; the waiting list in the order of its turns."""
    state = request.GET.get("state", "")
    counts = state_counts(edition)
    page = Paginator(people_of(edition, state), SHOWN).get_page(request.GET.get("page"))
    chosen = state if state in State.values else ""
    context = {
        "edition": edition,
        "page_obj": page,
        "states": [(value, label, counts[value]) for value, label in State.choices],
        "state": chosen,
        "query": f"state={chosen}" if chosen else "",
        "total": sum(counts.values()),
    }
    return render(request, "courses/admission/people.html", context)


def about_one(view: View) -> Callable[..., HttpResponse]:
    """Call the view with an enrolment of the edition in place of its id. Raises Http404 for one of another edition."""

    @runs_it
    @wraps(view)
    def guarded(request: HttpRequest, edition: Edition, enrolment_uid: UUID) -> HttpResponse:
        row = Enrolment.objects.filter(uid=enrolment_uid, edition=edition).select_related("person").first()
        if row is None:
            raise Http404
        row.edition = edition
        if request.method == "POST":
            not_closed(edition)
        return view(request, edition, row)

    return guarded


@about_one
def enrolment(request: HttpRequest, edition: Edition, row: Enrolment) -> HttpResponse:
    """Show one person's part, and what can be decided about it."""
    context = {
        "edition": edition,
        "row": row,
        "may_end": can_withdraw(request.user, row) and row.state == State.ACTIVE,
        "acts": list(edition.staff_acts.filter(about=row.person).select_related("by")[:SHOWN]),
    }
    return render(request, "courses/admission/enrolment.html", context)


@about_one
def enrolment_approve(request: HttpRequest, edition: Edition, row: Enrolment) -> HttpResponse:
    """Let one in who asked."""
    if request.method != "POST":
        return _to(edition, row)
    try:
        row = actions.approve(enrolment=row, by=cast("User", request.user), now=timezone.now())
    except Refused as no:
        raise PermissionDenied(no.sentence) from no
    if row.state == State.WAITING:
        messages.info(request, _("%(name)s is on the waiting list: all places are taken.") % {"name": row.person})
    else:
        messages.success(request, _("%(name)s takes part and is told by mail.") % {"name": row.person})
    return HttpResponseRedirect(f"{reverse('edition-people', args=[edition.uid])}?state={State.ASKED}")


@about_one
def enrolment_refuse(request: HttpRequest, edition: Edition, row: Enrolment) -> HttpResponse:
    """Refuse one who asked or waits, with a reason."""

    def act(held: dict[str, Any]) -> None:
        actions.refuse(enrolment=row, by=cast("User", request.user), reason=held["reason"], now=timezone.now())

    return _decide(request, edition, row, _("Refuse %(name)s") % {"name": row.person}, ReasonForm(request.POST or None), _("Refuse"), act)


@about_one
def enrolment_days(request: HttpRequest, edition: Edition, row: Enrolment) -> HttpResponse:
    """Give one person more time."""
    if not row.is_active:
        raise PermissionDenied(_("Only who takes part gets more time."))

    def act(held: dict[str, Any]) -> None:
        actions.give_days(enrolment=row, days=held["days"], by=cast("User", request.user), reason=held["reason"], now=timezone.now())

    form = DaysForm(request.POST or None, initial={"days": row.extra_days})
    return _decide(request, edition, row, _("More time for %(name)s") % {"name": row.person}, form, _("Save"), act)


@about_one
def enrolment_end(request: HttpRequest, edition: Edition, row: Enrolment) -> HttpResponse:
    """End one person's part, with a reason."""

    def act(held: dict[str, Any]) -> None:
        actions.withdraw(enrolment=row, by=cast("User", request.user), reason=held["reason"], now=timezone.now())

    title = _("End the part of %(name)s") % {"name": row.person}
    return _decide(request, edition, row, title, ReasonForm(request.POST or None), _("End the part"), act)


def _decide(
    request: HttpRequest, edition: Edition, row: Enrolment, title: str, form: forms.Form, button: str, act: Callable[[dict[str, Any]], None]
) -> HttpResponse:
    """Ask for what is needed, act once it is there."""
    if request.method == "POST" and form.is_valid():
        act(form.cleaned_data)
        messages.success(request, _("Done. The person is told by mail."))
        return _to(edition, row)
    back = reverse("enrolment", args=[edition.uid, row.uid])
    context = {"title": title, "forms": [form], "button": button, "back": back, "edition": edition}
    return render(request, "courses/planning/form.html", context, status=422 if request.method == "POST" else 200)


def _to(edition: Edition, row: Enrolment) -> HttpResponse:
    return HttpResponseRedirect(reverse("enrolment", args=[edition.uid, row.uid]))
