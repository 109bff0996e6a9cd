"""A learner says what she thinks of an edition."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts.models import User
from content.audience.gate import for_one_person, turn_away
from content.audience.rules import is_member
from courses.enrolment.models import Enrolment
from courses.evaluation.actions import answer
from courses.evaluation.forms import AnswerForm
from courses.evaluation.hiding import LEAST
from courses.evaluation.models import Questionnaire
from courses.evaluation.queries import has_answered, questions_of
from courses.evaluation.rules import can_answer, opens_on


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def evaluation_page(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Ask a learner once, and tell her that nobody will know what she answered."""
    user = request.user
    if not isinstance(user, User) or not is_member(user):
        return turn_away(request)
    enrolment = Enrolment.objects.filter(edition__uid=uid, person=user).select_related("edition").first()
    if enrolment is None:
        raise Http404
    if not enrolment.is_active:
        raise PermissionDenied(_("Only who takes part in this edition answers its questions."))
    return for_one_person(_asked(request, enrolment))


def _asked(request: HttpRequest, enrolment: Enrolment) -> HttpResponse:
    now, edition = timezone.now(), enrolment.edition
    is_done, is_open = has_answered(enrolment), can_answer(enrolment, now)
    form = AnswerForm(questions_of(edition), request.POST if request.method == "POST" else None)
    if request.method == "POST" and is_open and form.is_valid():
        if answer(enrolment=enrolment, given=form.given, now=now):
            messages.success(request, _("Thank you. Your answers are kept without your name."))
        else:
            messages.info(request, _("You have answered already. Your first answers stay."))
        return HttpResponseRedirect(reverse("evaluation", args=[edition.uid]))
    context = {
        "edition": edition,
        "form": form,
        "is_done": is_done,
        "is_open": is_open,
        "opens_on": opens_on(edition, Questionnaire.objects.filter(edition=edition).first()),
        "least": LEAST,
    }
    status = 422 if form.is_bound and is_open and not is_done else 200
    return render(request, "courses/evaluation/answer.html", context, status=status)
