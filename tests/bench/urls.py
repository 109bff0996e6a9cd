"""The site's routes, and a bare view that answers the same bytes through the same middleware."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path

from config.urls import *  # noqa: F403
from config.urls import urlpatterns


@cache
def kept(page: str, rank: str) -> bytes:
    """Return what the benchmark put aside."""
    return (Path(settings.DATA_DIR) / "bench" / page / rank).read_bytes()


def bare(request: HttpRequest, page: str) -> HttpResponse:
    """Answer the bytes of the page as this person got it, and know who she is, as any page must; a form that was sent leads back."""
    if request.method == "POST":
        return HttpResponseRedirect(request.path if request.user.is_authenticated else "/")
    return HttpResponse(kept(page, "member" if request.user.is_authenticated else "stranger"))


urlpatterns = [path("bench/bare/<slug:page>/", bare), *urlpatterns]
