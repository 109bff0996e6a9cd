"""How one comes to a contribution: signed in, and as one of those who write it."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.models import User
from content.audience.gate import turn_away
from content.contributing.choices import AN_HOUR
from content.contributing.queries import contribution_or_none
from content.contributing.refusals import Gone, Refused
from content.contributing.rules import can_see
from limits.actions import hit_person
from limits.queries import address_of

View = Callable[..., HttpResponse]
SENT_TO_AND_FRO = 12
OF_A_RANGE = 20  # as many tries of a whole office as of so many people


def signed_in(view: View) -> View:
    """Turn strangers away, and keep what is shown out of caches."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs) if isinstance(request.user, User) else turn_away(request)

    return guarded


def of_mine(view: View) -> View:
    """Hand a view the contribution instead of its id. Raises Http404 where this person does not write it, or it is gone."""

    @signed_in
    @wraps(view)
    def guarded(request: HttpRequest, uid: UUID, *args: Any, **kwargs: Any) -> HttpResponse:
        contribution = contribution_or_none(uid)
        if contribution is None or not can_see(request.user, contribution):
            raise Http404
        try:
            return view(request, contribution, *args, **kwargs)
        except Gone as no:
            raise Http404(no.sentence) from no
        except Refused as no:
            messages.error(request, no.sentence)
            return redirect("contribution", contribution.uid)

    return guarded


def insist(is_allowed: bool, sentence: str = "") -> None:
    """Raise PermissionDenied with a sentence where something is not allowed now."""
    if not is_allowed:
        raise PermissionDenied(
            sentence or _("Others have it before them now. Take it back to go on writing, or wait until it is your turn.")
        )


def may_repeat(request: HttpRequest, name: str, limit: int, seconds: int) -> bool:
    """Count one try of somebody signed in; False when it is too many."""
    user: Any = request.user
    tried = {"account": user.email, "address": address_of(request)}
    return hit_person(name=name, **tried, limit=limit, range_limit=limit * OF_A_RANGE, seconds=seconds, now=timezone.now()).allowed


def insist_seldom(request: HttpRequest) -> None:
    """Count one sending or taking back, each of which writes to several people. Raises Refused when it is too many."""
    if not may_repeat(request, "contribution-sent", SENT_TO_AND_FRO, AN_HOUR):
        raise Refused(_("Too many in an hour. Please wait a little."))


def too_often(form: Any) -> None:
    """Say in a form that somebody has to wait."""
    form.add_error(None, _("Too many in an hour. Please wait a little."))
