"""What this room answers when the whole site asks."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page

from content.audience.rules import is_member
from content.generation.queries import remembered
from content.pages.models import HomePage
from courses.catalogue.models import ModulePage, Unit
from courses.catalogue.queries import units_below
from courses.learning import receivers as _receivers  # noqa: F401 - the ears of this room
from courses.learning.views.courses import panel


@hooks.register("main_menu")
def main_menu() -> tuple[str, str]:
    """Add one's own courses to the menu of every page."""
    return gettext("My courses"), reverse("learning")


@hooks.register("page_context")
def continue_panel(request: HttpRequest, page: Page) -> dict[str, Any]:
    """Show those who take part, on the first page, the way to where they stopped."""
    return {"continue_panel": panel(request, timezone.now())} if isinstance(page, HomePage) and page.pk else {}


@hooks.register("page_extra", order=90)
def ways_of_reading(request: HttpRequest, page: Page) -> SafeString | str:
    """Lead from a unit to one's notes and to pages that weigh less, from a module to its print; asks nothing that is not known yet."""
    if not page.pk or not isinstance(page, Unit | ModulePage):
        return ""
    context: dict[str, Any] = {"page": page, "path": request.path, "is_member": is_member(request.user), "is_unit": isinstance(page, Unit)}
    if isinstance(page, ModulePage):
        rows = remembered(request, f"units:{page.path}", lambda: units_below(page.path, page.depth, request.user))
        context["size"] = sum(row.text_bytes for row in rows)
    return render_to_string("courses/learning/ways.html", context)


@hooks.register("account_panel")
def courses_panel(request: HttpRequest) -> dict[str, Any]:
    """Show the way to one's courses."""
    return {"title": _("My courses"), "url": reverse("learning"), "text": _("What is left, and by when")}


@hooks.register("account_panel")
def calendar_panel(request: HttpRequest) -> dict[str, Any]:
    """Show the way to one's calendar."""
    return {"title": _("My calendar"), "url": reverse("learning-calendar"), "text": _("Deadlines and meetings, in your own calendar too")}


@hooks.register("account_panel")
def notes_panel(request: HttpRequest) -> dict[str, Any]:
    """Show the way to one's notes."""
    return {"title": _("My notes"), "url": reverse("learning-notes"), "text": _("What you wrote for yourself")}


@hooks.register("account_panel")
def data_panel(request: HttpRequest) -> dict[str, Any]:
    """Show the way to how much pages may weigh."""
    return {"title": _("Use less data"), "url": reverse("learning-data"), "text": _("Text only, with pictures, or everything")}
