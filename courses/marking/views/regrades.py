"""A corrected key: answers given before are graded once more."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import User
from courses.assessment.actions import regrade
from courses.assessment.models import Regrade
from courses.marking import queries
from courses.marking.doors import for_writers
from courses.marking.forms import RegradeForm
from courses.questions.models import Question
from courses.questions.queries import newest_version


@require_http_methods(["GET", "HEAD", "POST"])
@for_writers
def question_regrade(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Say how many answers were given to older versions, and what was graded again so far; POST asks for it."""
    question = get_object_or_404(Question, uid=uid)
    version = newest_version(question)
    older = queries.older_answers(version)
    form = RegradeForm(request.POST or None)
    if request.method == "POST" and older and form.is_valid():
        regrade(version=version, by=cast("User", request.user), reason=form.cleaned_data["reason"], now=timezone.now())
        messages.success(request, _("The answers are being graded again. Changed scores show within minutes."))
        return HttpResponseRedirect(reverse("question-regrade", args=[uid]))
    code, stem = queries.stems([question]).get(question.pk, ("", ""))
    context = {
        "question": question,
        "version": version,
        "code": code,
        "stem": stem,
        "older": older,
        "form": form,
        "done": queries.regrades_of(question),
        "is_asked": Regrade.objects.filter(version=version).exists(),
    }
    return render(request, "courses/marking/regrade.html", context, status=422 if form.is_bound and form.errors else 200)
