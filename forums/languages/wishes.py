"""The languages that a reader wants to see in lists: told by the address, remembered by the browser, the same for strangers and members."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

COOKIE = "read_languages"
FIELD = "read"
YEAR = 365 * 24 * 60 * 60  # seconds


def wished(request: HttpRequest) -> list[str]:
    """Return the codes of the languages that this reader wants to see; none where she wants all."""
    known = list(dict(settings.WAGTAIL_CONTENT_LANGUAGES))
    told = request.GET.getlist(FIELD) if FIELD in request.GET else request.COOKIES.get(COOKIE, "").split(".")
    chosen = [code for code in known if code in told]
    return chosen if len(chosen) < len(known) else []


def remember(request: HttpRequest, answer: HttpResponse) -> None:
    """Let the browser remember what the address told, and keep answers for different wishes apart."""
    patch_vary_headers(answer, ["Cookie"])
    if FIELD not in request.GET:
        return
    if chosen := wished(request):
        answer.set_cookie(COOKIE, ".".join(chosen), max_age=YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE, httponly=True)
    elif COOKIE in request.COOKIES:
        answer.delete_cookie(COOKIE, samesite="Lax")
