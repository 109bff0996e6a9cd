"""One learner: where she stands, what happened, marks by hand, more time."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.models import User
from courses.cohorts.screens import frame
from courses.editions.models import Edition
from courses.enrolment.actions import give_days
from courses.enrolment.models import Enrolment
from courses.evaluation.entry import for_those_who_run
from courses.facilitation.actions import mark_unit
from courses.facilitation.forms import DaysForm, MarkForm
from courses.facilitation.queries import acts_about, log_of, modules_of


@require_safe
@for_those_who_run
def learner_page(request: HttpRequest, user: User, edition: Edition, learner: UUID) -> HttpResponse:
    """Show one learner of the edition."""
    return _page(request, _enrolment(edition, learner))


@require_POST
@for_those_who_run
def learner_mark(request: HttpRequest, user: User, edition: Edition, learner: UUID) -> HttpResponse:
    """Count a unit as done, or take such a mark back."""
    enrolment = _enrolment(edition, learner)
    form = MarkForm(request.POST, modules=modules_of(request, enrolment))
    if _is_refused(request, enrolment):
        return _back(enrolment)
    if not form.is_valid():
        return _page(request, enrolment, mark=form)
    held = form.cleaned_data
    is_done = held["verb"] == "grant"
    is_new = mark_unit(
        enrolment=enrolment, unit_key=UUID(held["unit"]), is_done=is_done, by=user, reason=held["reason"], now=timezone.now()
    )
    if not is_new:
        messages.info(request, _("It stood so already: nothing was changed."))
    elif is_done:
        messages.success(request, _("The unit counts as done."))
    else:
        messages.success(request, _("The mark is taken back. What she did herself still counts."))
    return _back(enrolment)


@require_POST
@for_those_who_run
def learner_days(request: HttpRequest, user: User, edition: Edition, learner: UUID) -> HttpResponse:
    """Give one learner more days for every deadline."""
    enrolment, form = _enrolment(edition, learner), DaysForm(request.POST)
    if _is_refused(request, enrolment):
        return _back(enrolment)
    if not form.is_valid():
        return _page(request, enrolment, days=form)
    held = form.cleaned_data
    if give_days(enrolment=enrolment, days=held["days"], by=user, reason=held["reason"], now=timezone.now()):
        messages.success(request, _("Saved. She is told."))
    else:
        messages.info(request, _("It stood so already: nothing was changed."))
    return _back(enrolment)


def _enrolment(edition: Edition, learner: UUID) -> Enrolment:
    """Return somebody of this edition, in it or not any more. Raises Http404."""
    found = Enrolment.objects.select_related("person", "completion").filter(edition=edition)
    enrolment = get_object_or_404(found, uid=learner)
    enrolment.edition = edition
    return enrolment


def _is_refused(request: HttpRequest, enrolment: Enrolment) -> bool:
    """Say why nothing can be changed, where that is so."""
    if enrolment.edition.is_closed:
        messages.warning(request, _("This edition is closed: its figures do not change any more."))
    elif not enrolment.is_active:
        messages.warning(request, _("This person does not take part any more: nothing was changed."))
    return enrolment.edition.is_closed or not enrolment.is_active


def _back(enrolment: Enrolment) -> HttpResponse:
    return HttpResponseRedirect(reverse("cohort-learner", args=[enrolment.edition.uid, enrolment.uid]))


def _page(request: HttpRequest, enrolment: Enrolment, mark: MarkForm | None = None, days: DaysForm | None = None) -> HttpResponse:
    modules = modules_of(request, enrolment)
    context = {
        "enrolment": enrolment,
        "person": enrolment.person,
        "completion": getattr(enrolment, "completion", None),
        "modules": modules,
        "log": log_of(enrolment, modules),
        "acts": acts_about(enrolment),
        "may_change": enrolment.is_active and not enrolment.edition.is_closed,
        "mark": mark or MarkForm(modules=modules),
        "days": days or DaysForm(initial={"days": enrolment.extra_days}),
        "title": enrolment.person.get_full_name(),
    }
    answer = frame(enrolment.edition, "learner", **context)
    return render(request, "courses/facilitation/learner.html", answer, status=422 if mark or days else 200)
