"""The other houses whose accounts open the door here: Google, Facebook, X, each once its keys are in the environment."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from allauth.socialaccount.adapter import get_adapter
from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponseBase

PROCESS_LANGUAGE = "accounts_social_language"  # in the session: the language that was read when the way out of the house began


def offered(request: HttpRequest) -> list[Any]:
    """Return the providers whose buttons are shown."""
    return get_adapter(request).list_providers(request)


def house_named(request: HttpRequest, name: str) -> Any | None:
    """Return the provider with this id, or None where it has no keys."""
    return next((one for one in offered(request) if one.id == name), None)


def leads_out(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let the forms of this page be answered with the way to the other houses: the content policy looks at redirects too."""

    @wraps(view)
    def loosened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        origins = [_origin(one.get_oauth2_adapter(request).authorize_url) for one in offered(request)]
        if not origins:
            return view(request, *args, **kwargs)
        return csp_update({"form-action": origins})(view)(request, *args, **kwargs)

    return loosened


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
