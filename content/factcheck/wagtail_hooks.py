"""The doors to the fact check: a button at the head of a page's editor, and its screen."""

from collections.abc import Iterable
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from content.factcheck.rules import can_check
from content.factcheck.views import fact_check


@hooks.register("register_admin_urls")
def factcheck_urls() -> list[URLPattern]:
    """Add the screen to the admin."""
    return [path("factcheck/<int:pk>/", fact_check, name="fact-check")]


@hooks.register("register_page_header_buttons")
def check_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterable[Button]:
    """Lead from a page that has a text of its own to what differs between its languages."""
    if page.pk and page.depth > 1 and not page.alias_of_id and can_check(user, page):
        yield Button(_("Compare facts with other languages"), reverse("fact-check", args=[page.pk]), icon_name="check", priority=75)
