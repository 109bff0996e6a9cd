"""The way in to one's own certificates: members pass, strangers are led to the sign-in; what is another's is not there."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from accounts.models import User
from certificates.holding.queries import award_of, credential_of
from content.audience.gate import for_one_person, turn_away
from content.audience.rules import is_member


def for_members(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Call the view with the person; the answer stays out of shared caches."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not isinstance(request.user, User) or not is_member(request.user):
            return turn_away(request)
        answer = view(request, request.user, *args, **kwargs)
        return for_one_person(answer) if isinstance(answer, HttpResponse) else answer

    return guarded


def for_the_holder(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Call the view with the person and her certificate in place of its number. Raises Http404 for everybody else."""

    @wraps(view)
    def guarded(request: HttpRequest, user: User, number: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        credential = credential_of(user, number)
        if credential is None:
            raise Http404
        return view(request, user, credential, *args, **kwargs)

    return for_members(guarded)


def for_the_awarded(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Call the view with the person and her award in place of its id; without an id with none. Raises Http404 for everybody else."""

    @wraps(view)
    def guarded(request: HttpRequest, user: User, uid: UUID | None = None, **kwargs: Any) -> HttpResponseBase:
        award = award_of(user, uid) if uid else None
        if uid and award is None:
            raise Http404
        return view(request, user, award, **kwargs)

    return for_members(guarded)
