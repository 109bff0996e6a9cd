"""Two addresses for machines: is the process alive, is the site ready."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import View

from . import queries


@method_decorator(never_cache, name="dispatch")
class Alive(View):
    """The process answers; nothing else is asked."""

    def get(self, _request: HttpRequest) -> HttpResponse:
        """Answer at once."""
        return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@method_decorator(never_cache, name="dispatch")
class Ready(View):
    """Database, migrations and queue are as they should be: 200, else 503; one word or sentence for each."""

    def get(self, _request: HttpRequest) -> JsonResponse:
        """Ask the three questions; the later ones only when the database answers."""
        troubles: dict[str, str] = {"database": queries.database_trouble()}
        if not troubles["database"]:
            troubles["migrations"] = queries.migrations_trouble()
            troubles["queue"] = queries.queue_trouble(timezone.now())
        answer: dict[str, Any] = {subject: trouble or "ok" for subject, trouble in troubles.items()}
        return JsonResponse(answer, status=503 if any(troubles.values()) else 200)
