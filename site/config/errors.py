"""The answers for when things fail: from templates that need no database, no session and no frame."""

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseServerError
from django.template import loader
from django.utils import translation
from django_guid import get_guid

LAST_RESORT = "<!doctype html><title>500</title><p>500"


def broken(request: HttpRequest) -> HttpResponse:
    """Answer 500 in the reader's language, with the number under which the log has what happened."""
    try:
        return HttpResponseServerError(plain_page(request, "500.html"))
    except Exception:  # whatever is broken may be broken here too
        return HttpResponseServerError(LAST_RESORT)


def forgotten(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 to a form whose token did not come back: say how to send it again. The reason is for the log, not for the reader."""
    return HttpResponseForbidden(plain_page(request, "403_csrf.html"))


def plain_page(request: HttpRequest, name: str) -> str:
    """Return a page rendered without context processors."""
    language = language_of(request)
    with translation.override(language):
        context = {
            "language": language,
            "style": style_address(),
            "number": get_guid() or "",
            "home": f"/{language}/",
            "path": request.path,
        }
        return loader.render_to_string(name, context)


def language_of(request: HttpRequest) -> str:
    """Return the language of the address, else the browser's; nothing is asked of a session."""
    return translation.get_language_from_path(request.path_info) or translation.get_language_from_request(request) or settings.LANGUAGE_CODE


def style_address() -> str:
    """Return the address of the styles, or nothing where even that is not known."""
    try:
        return staticfiles_storage.url("css/site.css")
    except ValueError:
        return ""
