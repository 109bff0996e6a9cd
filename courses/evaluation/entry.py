"""The way in to the screens of an edition: those who run it pass, strangers are led to the sign-in, for others it is not there."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from accounts.models import User
from content.audience.gate import for_one_person, turn_away
from content.audience.rules import is_member
from courses.editions.rules import run_by


def for_those_who_run(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Call the view with the person and the edition. Raises Http404 for members who do not run it."""

    @wraps(view)
    def guarded(request: HttpRequest, uid: UUID, *args: Any, **kwargs: Any) -> HttpResponse:
        user = request.user
        if not isinstance(user, User) or not is_member(user):
            return turn_away(request)
        edition = run_by(user).filter(uid=uid).first()
        if edition is None:
            raise Http404
        return for_one_person(view(request, user, edition, *args, **kwargs))

    return guarded
