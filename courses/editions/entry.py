"""The way in to the teaching screens: who runs the edition passes, strangers are led to the sign-in, for others it is not there."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.models import User
from content.audience.gate import turn_away
from courses.editions.models import Edition
from courses.editions.queries import edition_or_none
from courses.editions.rules import can_run, manages_all, runs_any

View = Callable[..., HttpResponse]
asks = require_http_methods(["GET", "HEAD", "POST"])


def staff_only(view: View) -> View:
    """Call the view for people who run any edition. Raises PermissionDenied for other members."""

    @asks
    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, User):
            return turn_away(request)
        if not runs_any(request.user):
            raise PermissionDenied(_("Only those who run editions of courses work here."))
        return view(request, *args, **kwargs)

    return guarded


def runs_it(view: View) -> View:
    """Call the view with the edition in place of its id, for who runs it. Raises Http404 for everybody else."""

    @asks
    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, uid: UUID, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, User):
            return turn_away(request)
        edition = edition_or_none(uid)
        if edition is None or not can_run(request.user, edition):
            raise Http404
        return view(request, edition, *args, **kwargs)

    return guarded


def for_managers(request: HttpRequest) -> None:
    """Let those pass who manage all editions. Raises PermissionDenied for facilitators."""
    if not manages_all(request.user):
        raise PermissionDenied(_("Only those who manage all editions do this. Ask an editor."))


def not_closed(edition: Edition) -> None:
    """Raise PermissionDenied for a closed edition: its figures are frozen."""
    if edition.is_closed:
        raise PermissionDenied(_("This edition is closed; nothing in it changes any more."))
