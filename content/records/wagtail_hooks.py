"""What this room answers when the whole site asks."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from content.audience.rules import can_read
from content.practices.actions import plant_library
from content.practices.choices import PROSE
from content.practices.counting import other_numbers
from content.practices.models import PracticePage
from content.practices.queries import facts_of, fullness_of, keeper_of
from content.practices.rules import can_withdraw
from content.records.views import practice_withdraw, tell_of_record

hooks.register("page_context", tell_of_record)


@hooks.register("setup_steps")
def steps() -> list[tuple[int, str, Callable[[datetime], str | None]]]:
    """Return the step of `manage.py setup`: the library in every language."""
    return [(15, str(_("Library of good practices")), _plant)]


def _plant(now: datetime) -> str | None:
    made = plant_library(now=now)
    return f"{made} pages made" if made else None


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    """Add the screen that takes a practice down."""
    return [path("practices/<int:page_id>/withdraw/", practice_withdraw, name="practice-withdraw")]


@hooks.register("register_page_header_buttons")
def withdraw_button(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Lead to it from the editor of a published practice."""
    if isinstance(page, PracticePage) and not page.alias_of_id and can_withdraw(user, page):
        yield Button(_("Take down with a reason"), reverse("practice-withdraw", args=[page.pk]), icon_name="download", priority=61)


@hooks.register("edit_panel")
def show_state(request: HttpRequest, page: Page) -> SafeString | None:
    """Show at the head of the editor how full the record is, where its facts are kept, and numbers of countries that do not agree."""
    if not isinstance(page, PracticePage) or not page.pk:
        return None
    listed = len({row["country"] for row in facts_of(page)["countries"]})
    keeper = keeper_of(page.translation_key)
    context = {
        "page": page,
        "fullness": fullness_of(page),
        "keeper": keeper if keeper and keeper.pk != page.pk else None,
        "listed": listed,
        "others": other_numbers([page.summary, *(getattr(page, name) for name in PROSE)], listed) if listed else [],
        "is_withdrawable": can_withdraw(request.user, page),
    }
    return render_to_string("practices/edit_panel.html", context, request=request)


@hooks.register("page_gone")
def tell_why(request: HttpRequest, page: Page) -> SafeString | None:
    """Say at the address of a practice why it was taken down, to whom it was open."""
    if page.specific_class is not PracticePage or not can_read(request.user, page):
        return None
    reason = PracticePage.objects.filter(pk=page.pk).values_list("withdrawn_reason", flat=True).first()
    return render_to_string("practices/gone.html", {"reason": reason, "page": page}, request=request) if reason else None
