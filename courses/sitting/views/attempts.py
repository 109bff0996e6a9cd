"""Beginning, handing in, the result."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from content.pages.addresses import address
from courses.assessment import actions, queries
from courses.assessment.choices import Refused, Review
from courses.assessment.clock import is_over
from courses.assessment.rules import refusal
from courses.enrolment.queries import current_enrolment
from courses.sitting.doors import Here, own_attempt
from courses.sitting.showing import pictures_in, reviewed

asks = require_http_methods(["GET", "HEAD", "POST"])


@asks
@login_required
def quiz_start(request: HttpRequest, key: UUID) -> HttpResponse:
    """Begin an attempt, or go on with the one that is open. Who comes back from signing in is led to the quiz, where the button is."""
    quiz = queries.quiz_with(key)
    course_key = queries.course_key_of(quiz) if quiz else None
    enrolment = current_enrolment(cast("User", request.user), course_key) if course_key else None
    if quiz is None:
        raise Http404
    back = address(quiz.url_path, request)
    if request.method != "POST":
        return HttpResponseRedirect(back)
    if enrolment is None:
        messages.error(request, _("This quiz is for those who take part in the course. Enrol on the page of the course."))
        return HttpResponseRedirect(back)
    number = request.POST.get("number", "")
    try:
        made = actions.start_attempt(
            enrolment=enrolment, quiz=quiz, now=timezone.now(), number=int(number[:4]) if number.isdecimal() else None
        )
    except Refused as refused:
        messages.error(request, refused.said)
        return HttpResponseRedirect(back)
    return HttpResponseRedirect(reverse("attempt", args=[made.uid]))


@require_safe
@never_cache
@login_required
def attempt(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show the result; while the attempt is open, lead to the first question without an answer."""
    here = own_attempt(request, uid)
    if here.attempt.is_open:
        left = queries.unanswered(here.attempt)
        return HttpResponseRedirect(reverse("attempt-step", args=[uid, left[0]]) if left else reverse("attempt-hand-in", args=[uid]))
    return render(request, "courses/assessment/result.html", {**here.context(), **_result(here)})


def _result(here: Here) -> dict[str, object]:
    """Return what a result shows: the questions where they are shown, the attempt that counts, and how often she may try again."""
    quiz = here.quiz
    shows = quiz is not None and quiz.review != Review.NEVER
    answers = list(queries.answers_of(here.attempt)) if shows else []
    keys = queries.keys_used(answers) if answers else {}
    pictures = pictures_in(keys.values())
    before = list(queries.attempts_of(here.attempt.enrolment, here.attempt.quiz_key))
    most = quiz.attempts_max if quiz else 0
    return {
        "questions": [reviewed(answer, keys[answer.pk], pictures) for answer in answers],
        "counted": queries.counting(before, quiz.keeps) if quiz else None,
        "why_not": refusal(here.attempt.enrolment, quiz),
        "left": None if most is None else max(0, most - len(before)),
        "next_number": len(before) + 1,
        "is_last": before[-1].pk == here.attempt.pk,
    }


@asks
@never_cache
@login_required
def hand_in(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Ask once more, with what is not answered yet; POST hands in."""
    here = own_attempt(request, uid)
    now = timezone.now()
    done = HttpResponseRedirect(reverse("attempt", args=[uid]))
    if not here.attempt.is_open:
        return done
    said, status = refusal(here.attempt.enrolment, here.quiz), 200
    if request.method == "POST":
        try:
            actions.hand_in(attempt=here.attempt, now=now)
        except Refused:
            status = 409
        else:
            return done
    context = {"left": queries.unanswered(here.attempt), "said": said.label if said else "", "is_over": is_over(here.attempt.ends_at, now)}
    return render(request, "courses/assessment/hand_in.html", {**here.context(), **context}, status=status)
