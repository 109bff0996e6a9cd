"""Whoever asks for what is dear to make too often is told when to come again."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from limits.actions import hit
from limits.queries import address_of, range_of

SECONDS = 600
View = Callable[..., HttpResponseBase]


def slowly(name: str, limit: int) -> Callable[[View], View]:
    """Slow down whoever asks for what is dear to make too often: 429 with a sentence."""

    def around(view: View) -> View:
        @wraps(view)
        def counted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            who = f"account {request.user.pk}" if request.user.is_authenticated else range_of(address_of(request))
            verdict = hit(name=name, key=who, limit=limit, seconds=SECONDS, now=timezone.now())
            if not verdict.allowed:
                words = _("Many files were asked for from here. Please come back in some minutes.")
                answer = render(request, "citing/sentence.html", {"sentence": words}, status=429)
                answer["Retry-After"] = str(verdict.retry_after)
                return answer
            return view(request, *args, **kwargs)

        return counted

    return around
