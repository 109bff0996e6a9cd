"""How a stranger is turned away, the same at every door."""

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _


def turn_away(request: HttpRequest) -> HttpResponse:
    """Lead whoever is reading (GET, HEAD) to the sign-in and back here afterwards; refuse anything else. Raises PermissionDenied."""
    if request.method not in ("GET", "HEAD"):
        raise PermissionDenied(_("Sign in to do this."))
    response = redirect_to_login(request.get_full_path(), reverse("account_login"))
    return for_one_person(response)


def for_one_person(response: HttpResponse) -> HttpResponse:
    """Keep an answer out of shared caches and have one's own browser ask again before each use."""
    patch_cache_control(response, private=True, no_cache=True)
    return response
