"""The way in for staff: strangers to the sign-in, others refused with a sentence, editions of others not found."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from courses.assessment.models import QuizPage
from courses.assessment.queries import quiz_with
from courses.questions.rules import can_edit_questions


def for_writers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let in who writes questions. Raises PermissionDenied for other members."""

    @never_cache
    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not can_edit_questions(request.user):
            raise PermissionDenied(_("This page is for those who write questions."))
        return view(request, *args, **kwargs)

    return guarded


def quiz_for_staff(key: UUID) -> QuizPage:
    """Return the quiz with this translation key, also one that is not published. Raises Http404."""
    quiz = quiz_with(key) or QuizPage.objects.filter(translation_key=key).select_related("locale", "alias_of__locale").first()
    if quiz is None:
        raise Http404
    return quiz
