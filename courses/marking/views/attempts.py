"""The attempts of one who takes part, to be read by who runs her edition."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from courses.assessment import queries
from courses.assessment.models import RegradedAnswer
from courses.assessment.rules import overseen_by
from courses.editions.rules import run_by
from courses.enrolment.models import Enrolment
from courses.marking.queries import quiz_titles
from courses.sitting.showing import pictures_in, reviewed


@require_safe
@never_cache
@login_required
def learner_attempts(request: HttpRequest, uid: UUID) -> HttpResponse:
    """List the attempts of one who takes part, quiz by quiz."""
    people = Enrolment.objects.filter(edition__in=run_by(request.user)).select_related("edition", "person")
    enrolment = get_object_or_404(people, uid=uid)
    rows = list(queries.attempts_of(enrolment))
    titles = quiz_titles({row.quiz_key for row in rows})
    context = {"enrolment": enrolment, "rows": [(row, *titles.get(row.quiz_key, ("", ""))) for row in rows]}
    return render(request, "courses/marking/learner_attempts.html", context)


@require_safe
@never_cache
@login_required
def read_attempt(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show an attempt with its answers and how they were graded, also one under way."""
    attempt = overseen_by(request.user).select_related("enrolment__edition", "enrolment__person").filter(uid=uid).first()
    if attempt is None:
        raise Http404
    answers = list(queries.answers_of(attempt))
    keys = queries.keys_used(answers)
    pictures = pictures_in(keys.values())
    context = {
        "attempt": attempt,
        "title": quiz_titles({attempt.quiz_key}).get(attempt.quiz_key, ("", "")),
        "questions": [reviewed(answer, keys[answer.pk], pictures) for answer in answers],
        "regraded": list(RegradedAnswer.objects.filter(answer__attempt=attempt).select_related("answer", "regrade").order_by("pk")),
    }
    return render(request, "courses/marking/attempt.html", context)
