"""A learner marks a unit as done, keeps her place in it, goes on where she stopped."""

import re
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from content.audience.gate import turn_away
from content.audience.rules import is_member
from courses.catalogue.choices import Completes
from courses.completion.actions import keep_place, note_deed
from courses.completion.choices import Deed, Refused
from courses.completion.queries import course_of_unit, course_outline, standing
from courses.completion.rules import refusal
from courses.enrolment.models import Enrolment
from courses.enrolment.queries import current_enrolment
from courses.syllabus.outlining import UnitOutline

PLACE = re.compile(r"[\w-]{1,40}", re.ASCII)


@require_POST
def mark(request: HttpRequest, key: UUID) -> HttpResponse:
    """Mark a unit as done, once however often it is sent; refused with a sentence where it is not hers to mark."""
    if not is_member(request.user):
        return turn_away(request)
    enrolment, unit = _asked(request, key)
    now = timezone.now()
    here = standing(enrolment, now=now, request=request)
    if unit.completes != Completes.MARKED:
        raise PermissionDenied(Refused.OTHERWISE.label)
    if here.units[key].state == "locked":
        raise PermissionDenied(Refused.LOCKED.label)
    note_deed(enrolment=enrolment, unit_key=key, deed=Deed.MARKED, now=now)
    _say_once(request, _("Marked as done."))
    return HttpResponseRedirect(unit.url)


@require_POST
def place(request: HttpRequest, key: UUID) -> HttpResponse:
    """Keep the block at which she stopped; the answer is empty."""
    if not is_member(request.user):
        return turn_away(request)
    enrolment, _unit = _asked(request, key)
    where = request.POST.get("place", "")
    if not PLACE.fullmatch(where):
        return HttpResponse(status=400)
    keep_place(enrolment=enrolment, unit_key=key, place=where, now=timezone.now())
    return HttpResponse(status=204)


@require_safe
def go_on(request: HttpRequest, key: UUID) -> HttpResponse:
    """Lead to where she stopped in this course; to the course where nothing is open, or she does not take part."""
    if not is_member(request.user):
        return turn_away(request)
    course = course_outline(key, request)
    if not course.url:
        raise Http404
    enrolment = current_enrolment(request.user, key)
    found = standing(enrolment, now=timezone.now(), request=request).next_unit if enrolment else None
    return HttpResponseRedirect(found.url if found else course.url)


def _say_once(request: HttpRequest, sentence: str) -> None:
    """Say this on the next page, once also where a cut line has kept that page from coming since it was said before."""
    waiting: Any = messages.get_messages(request)
    is_said = any(str(message) == sentence for message in waiting)
    waiting.used = False  # looked through, not shown
    if not is_said:
        messages.success(request, sentence)


def _asked(request: HttpRequest, key: UUID) -> tuple[Enrolment, UnitOutline]:
    """Return as whom she marks which unit. Raises Http404 for no unit, PermissionDenied with a sentence for who is not tracked."""
    course_key = course_of_unit(key)
    unit = course_outline(course_key, request).unit(key) if course_key else None
    if course_key is None or unit is None:
        raise Http404
    enrolment: Any = current_enrolment(request.user, course_key)
    if why := refusal(enrolment):
        raise PermissionDenied(Refused(why).label)
    return enrolment, unit
