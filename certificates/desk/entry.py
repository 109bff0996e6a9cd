"""The way in to the desk: those who run the edition pass, strangers are led to the sign-in, for others it is not there."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from accounts.models import User
from certificates.credentials.rules import run_awards
from content.audience.gate import for_one_person, turn_away
from content.audience.rules import is_member
from courses.editions.models import Edition
from courses.editions.rules import run_by, runs_any


def for_the_desk(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Call the view with the person and the edition in place of its id. Raises Http404 for members who do not run it."""

    @wraps(view)
    def guarded(request: HttpRequest, uid: UUID, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not isinstance(request.user, User) or not is_member(request.user):
            return turn_away(request)
        edition = run_by(request.user).filter(uid=uid).first()
        if edition is None:
            raise Http404
        answer = view(request, request.user, edition, *args, **kwargs)
        return for_one_person(answer) if isinstance(answer, HttpResponse) else answer

    return guarded


def about_one(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Call the view with the person, the edition and one of its awards. Raises Http404 for an award of another edition,
    and for her own, unless she manages all.
    """

    @wraps(view)
    def guarded(request: HttpRequest, user: User, edition: Edition, award_uid: UUID, *args: Any, **kwargs: Any) -> HttpResponseBase:
        award = run_awards(user).filter(uid=award_uid, edition=edition).select_related("person", "credential", "enrolment").first()
        if award is None:
            raise Http404
        award.edition = edition
        return view(request, user, award, *args, **kwargs)

    return for_the_desk(guarded)


def for_those_who_teach(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Call the view for people who run any edition. Raises Http404 for other members."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, User) or not is_member(request.user):
            return turn_away(request)
        if not runs_any(request.user):
            raise Http404
        return for_one_person(view(request, request.user, *args, **kwargs))

    return guarded
