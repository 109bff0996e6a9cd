"""One question a page. A plain form saves and goes on; a script sends `keep` and stays."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from courses.assessment import actions, queries
from courses.assessment.choices import Refused, Review
from courses.assessment.clock import GRACE, is_over
from courses.assessment.models import Answer
from courses.assessment.rules import refusal
from courses.assessment.typed import Unfit, value_of
from courses.sitting.doors import Here, own_attempt
from courses.sitting.showing import Shown, pictures_in, reviewed, shown


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def step(request: HttpRequest, uid: UUID, place: int) -> HttpResponse:
    """Show one question; POST saves its answer and goes to the next, or (`keep`, from a script) answers 204.

    `age`: how many seconds ago the answer was given; `known`: which one its device knew of then.
    """
    here = own_attempt(request, uid)
    answer = queries.answers_of(here.attempt).filter(place=place).first()
    if answer is None:
        raise Http404
    if request.method == "POST":
        return _save(request, here, answer)
    if not here.attempt.is_open:
        return HttpResponseRedirect(reverse("attempt", args=[uid]))
    if is_over(here.attempt.ends_at, timezone.now()):
        return HttpResponseRedirect(reverse("attempt-hand-in", args=[uid]))
    said = refusal(here.attempt.enrolment, here.quiz)
    return _page(request, here, answer, {"refused": str(said.label) if said else ""})


def _save(request: HttpRequest, here: Here, answer: Answer) -> HttpResponse:
    is_kept, now = "keep" in request.POST, timezone.now()
    known = request.POST.get("known") if is_kept else None
    try:
        value = value_of(answer.version.kind, answer.order, request.POST)
        saved = actions.save_answer(
            attempt=here.attempt, place=answer.place, value=value, now=now, given_at=_given_at(request, now), known=known
        )
    except Unfit as unfit:
        if is_kept:
            return JsonResponse({"said": unfit.said}, status=422)
        return _page(request, here, answer, {"wrong": unfit.said}, unfit.value, 422)
    except Refused as refused:
        if is_kept:
            return JsonResponse({"said": refused.said}, status=409)
        here.attempt.refresh_from_db(fields=["progress"])
        return _page(request, here, answer, {"refused": refused.said}, value, 409)
    if is_kept:
        return HttpResponse(status=204, headers={"X-Known": saved.stamp})
    if saved.fraction is not None:  # shown what was right first: the way on is on that page
        return HttpResponseRedirect(reverse("attempt-step", args=[here.attempt.uid, answer.place]))
    return HttpResponseRedirect(_next(here, answer.place, request.POST))


def _given_at(request: HttpRequest, now: datetime) -> datetime | None:
    """Return when an answer was given, as its device counts."""
    age = request.POST.get("age", "")
    return now - timedelta(seconds=int(age[:8])) if age.isascii() and age.isdigit() else None


def _next(here: Here, place: int, form: Any) -> str:
    """Return where one goes after this place: what was pressed, the next one, or the handing in."""
    uid, wanted = here.attempt.uid, form.get("to", "")
    if wanted == "leave":
        return here.url or reverse("attempt", args=[uid])
    place = int(wanted[:4]) if wanted.isdecimal() else place + 1
    if here.attempt.answers.filter(place=place).exists():
        return reverse("attempt-step", args=[uid, place])
    return reverse("attempt-hand-in", args=[uid])


def _page(request: HttpRequest, here: Here, answer: Answer, said: dict[str, str], value: Any = None, status: int = 200) -> HttpResponse:
    is_locked = answer.fraction is not None and here.attempt.is_open
    places = list(here.attempt.answers.values_list("place", "value"))
    is_now = here.quiz is not None and here.quiz.review == Review.NOW
    context = {
        **here.context(),
        **said,
        "question": _question(answer, value, is_locked),
        "is_locked": is_locked,
        "places": [(place, given is not None) for place, given in places],
        "total": len(places),
        "following": answer.place + 1 if answer.place < len(places) else None,
        "previous": answer.place - 1,
        "is_now": is_now,
        "known": answer.stamp,
        "grace": int(GRACE.total_seconds() // 60),
    }
    return render(request, "courses/assessment/step.html", context, status=status)


def _question(answer: Answer, value: Any, is_locked: bool) -> Shown:
    """Return the question as it is asked, or once it was shown what is right, as it was graded."""
    if not is_locked:
        return shown(answer, value, pictures_in([answer.version]))
    key = queries.keys_used([answer])[answer.pk]
    return reviewed(answer, key, pictures_in([key]))
