"""The gate before every page, document and picture, and the editors' screen."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page

from content.audience.actions import carry_levels
from content.audience.gate import for_one_person, turn_away
from content.audience.rules import can_read, is_member
from content.audience.views import change_level


@hooks.register("before_serve_page", order=-100)
def keep_strangers_out(page: Page, request: HttpRequest, serve_args: Any, serve_kwargs: Any) -> HttpResponse | None:
    """Lead a stranger from a closed page to the sign-in."""
    return None if can_read(request.user, page) else turn_away(request)


@hooks.register("on_serve_page")
def keep_answers_apart(next_serve_page: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Mark what a member is answered as hers alone."""

    def serve(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponse:
        response = next_serve_page(page, request, args, kwargs)
        return for_one_person(response) if is_member(request.user) and not response.has_header("Cache-Control") else response

    return serve


@hooks.register("register_admin_urls")
def audience_urls() -> list[URLPattern]:
    """Add the screen to the admin."""
    return [path("audience/<int:page_id>/", change_level, name="audience-change-level")]


@hooks.register("after_copy_page")
def keep_copies_closed(request: HttpRequest, page: Page, new_page: Page) -> None:
    """Close the copy of a closed page too."""
    carry_levels(source=page, copy=new_page, now=timezone.now())


@hooks.register("register_log_actions")
def audience_log(actions: Any) -> None:
    """Let a page's history say who opened or closed it."""
    actions.register_action("content.access", _("Change who may read"), _("Changed who may read"))
