"""The way in for those who write questions."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from courses.questions.rules import can_edit_questions


def for_writers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let in who writes questions; strangers go to the sign-in. Raises PermissionDenied for other members."""

    @never_cache
    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not can_edit_questions(request.user):
            raise PermissionDenied(_("This page is for those who write questions."))
        return view(request, *args, **kwargs)

    return guarded
