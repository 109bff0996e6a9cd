"""What this room answers when the whole site asks."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from courses.editions.rules import runs_any


@hooks.register("account_panel")
def teaching_panel(request: HttpRequest) -> dict[str, Any] | None:
    """Show those who run editions, on the page of their account, the way to the teaching screens."""
    if not runs_any(request.user):
        return None
    return {"title": _("Teaching"), "url": reverse("teaching"), "text": _("The editions that you run")}
