"""Where people find the editions of a course, come in and leave."""

from datetime import datetime
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from content.audience.gate import turn_away
from courses.editions.choices import Policy
from courses.editions.models import Edition
from courses.editions.queries import course_named, edition_or_none, editions_of
from courses.editions.rules import can_run, can_see
from courses.enrolment import actions
from courses.enrolment.choices import Refusal, State
from courses.enrolment.models import Enrolment
from courses.enrolment.queries import active_enrolments, enrolment_of, places_left, places_left_in
from courses.enrolment.refusals import Refused
from courses.enrolment.rules import can_withdraw
from courses.enrolment.standing import late
from courses.joining.forms import CodeForm
from limits.actions import hit_person
from limits.queries import address_of

asks = require_http_methods(["GET", "HEAD", "POST"])
CODES_AN_HOUR = 10
CODES_OF_A_RANGE = 300
SECONDS = 60 * 60


@require_safe
@never_cache
def editions(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the editions of a course that one can enrol in, and those that the reader takes part in."""
    course = course_named(key, request.LANGUAGE_CODE, request)
    mine = {row.edition_id: row for row in active_enrolments(request.user)}
    now = timezone.now()
    rows = [row for row in editions_of(key).announced() if row.pk in mine or not late(row, now)]
    if not course.title:
        raise Http404
    left = places_left_in(rows)
    entries = [{"edition": row, "mine": mine.get(row.pk), "left": left.get(row.pk)} for row in rows]
    return render(request, "courses/joining/editions.html", {"course": course, "entries": entries})


@asks
@never_cache
def edition(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show an edition and where the reader stands in it; POST asks to take part."""
    found = _edition(request, uid)
    form = CodeForm(request.POST or None) if found.policy == Policy.CODE else None
    if request.method == "POST":
        if not isinstance(request.user, User):
            return turn_away(request)
        if form is None or form.is_valid():
            answer = _asked(request, found, form)
            if answer:
                return answer
    now = timezone.now()
    mine = enrolment_of(request.user, found) if isinstance(request.user, User) else None
    context = {
        "edition": found,
        "course": course_named(found.course_key, request.LANGUAGE_CODE, request),
        "mine": mine,
        "form": form,
        "why_not": _why_not(found, mine, now),
        "left": places_left(found),
        "runs": can_run(request.user, found),
        "may_leave": mine is not None and can_withdraw(request.user, mine),
        "until": mine.deadline(found.ends_at) if mine else found.ends_at,
        "now": now,
    }
    return render(request, "courses/joining/edition.html", context, status=422 if form and form.errors else 200)


def _asked(request: HttpRequest, edition: Edition, form: CodeForm | None) -> HttpResponse | None:
    """Ask for the reader; None where the code was wrong and the form says so."""
    person, now = cast("User", request.user), timezone.now()
    code = form.cleaned_data["code"] if form else ""
    if form and not _may_try(request, person, now):
        form.add_error("code", _("Too many tries. Please wait an hour."))
        return None
    try:
        row = actions.ask_in(person=person, edition=edition, code=code, now=now)
    except Refused as no:
        if form and no.refusal == Refusal.WRONG_CODE:
            form.add_error("code", no.sentence)
            return None
        messages.error(request, no.sentence)
    else:
        said = {
            State.ACTIVE: _("You take part. Welcome."),
            State.ASKED: _("Your request has arrived. You are told by mail what is decided."),
            State.WAITING: _("The edition is full: you are on the waiting list. As soon as a place is free you are told by mail."),
        }
        messages.success(request, said[State(row.state)])
    return HttpResponseRedirect(reverse("edition", args=[edition.uid]))


def _may_try(request: HttpRequest, person: User, now: datetime) -> bool:
    """Count a try of a code, so that nobody goes through all of them."""
    tried = {"account": person.email, "address": address_of(request)}
    return hit_person(name="courses-code", **tried, limit=CODES_AN_HOUR, range_limit=CODES_OF_A_RANGE, seconds=SECONDS, now=now).allowed


def _why_not(edition: Edition, mine: Enrolment | None, now: datetime) -> str:
    """Return the sentence why the reader cannot ask; empty where she can, or stands somewhere already."""
    if mine and mine.state in (State.ACTIVE, State.ASKED, State.WAITING):
        return ""
    if mine and mine.state == State.REFUSED:
        return str(Refusal.REFUSED.label)
    if mine and mine.reason:
        return str(Refusal.SENT_AWAY.label)
    shut = late(edition, now) or (Refusal.INVITED_ONLY if edition.policy == Policy.INVITATION else None)
    return str(shut.label) if shut else ""


@asks
@never_cache
def edition_withdraw(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Ask once more, then end one's own part."""
    found = _edition(request, uid)
    if not isinstance(request.user, User):
        return turn_away(request)
    mine = enrolment_of(request.user, found)
    if mine is None:
        raise Http404
    if not can_withdraw(request.user, mine):
        raise PermissionDenied(_("There is nothing to withdraw from: this edition is closed, or you do not take part."))
    if request.method == "POST":
        actions.withdraw(enrolment=mine, by=request.user, now=timezone.now())
        messages.success(request, pgettext("enrolment", "You do not take part any more. What you did is kept, in case you come back."))
        return HttpResponseRedirect(reverse("edition", args=[found.uid]))
    context = {"edition": found, "mine": mine, "course": course_named(found.course_key, request.LANGUAGE_CODE, request)}
    return render(request, "courses/joining/withdraw.html", context)


def _edition(request: HttpRequest, uid: UUID) -> Edition:
    """Return the edition, where this reader finds it. Raises Http404."""
    found = edition_or_none(uid)
    if found is None or not can_see(request.user, found):
        raise Http404
    return found
