"""What the forums answer to the hooks of the house and of Wagtail."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from accounts.models import User
from forums.boards.rules import can_open_below
from forums.boards.views import open_below
from forums.demo.actions import demo_parts
from forums.demo.growth import parts
from forums.desk import wagtail_hooks as _desk  # noqa: F401 - registers what that room answers
from forums.finding import wagtail_hooks as _finding  # noqa: F401 - registers what that room answers
from forums.guestbook.actions import forget_selves, sweep_unconfirmed
from forums.guestbook.queries import held_of, selves_of
from forums.keeping.actions import blank_posts, leave_nothing_personal
from forums.keeping.queries import held_about
from forums.letters import wagtail_hooks as _letters  # noqa: F401 - registers what that room answers
from forums.reading.below import forum_below
from forums.subscriptions import wagtail_hooks as _subscriptions  # noqa: F401 - registers what that room answers

hooks.register("demo", demo_parts)
hooks.register("grow", parts)


@hooks.register("register_admin_urls")
def page_urls() -> list[Any]:
    """Add the door by which editors open a discussion."""
    return [path("forums/below/<int:page_id>/", open_below, name="forum-open-below")]


@hooks.register("register_page_header_buttons")
def discussion_button(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Lead those who publish a page to its discussion."""
    if can_open_below(user, page):
        yield Button(gettext("Discussion"), reverse("forum-open-below", args=[page.pk]), icon_name="comment", priority=65)


@hooks.register("main_menu")
def main_menu() -> tuple[str, str]:
    """Add the forums to the menu of every page."""
    return gettext("Forums"), reverse("forums")


@hooks.register("page_extra")
def below_a_page(request: HttpRequest, page: Page) -> SafeString | str:
    """Show the newest topics of a page's forum below it."""
    return forum_below(request, page)


@hooks.register("personal_data")
def personal_data(user: User) -> dict[str, Any]:
    """Tell what the forums hold of a member's own writing."""
    return {"forums": held_about(user)}


@hooks.register("erase_wishes")
def wish_that_posts_go() -> tuple[str, Any, Callable[[User, datetime], object]]:
    """Offer a member who leaves that her posts go with her."""
    return "posts", _("Remove the text of my messages in the forums too"), lambda user, now: blank_posts(user=user, now=now)


@hooks.register("erase_person")
def erase_person(user: User, now: datetime) -> None:
    """Remove what only tells about her."""
    leave_nothing_personal(user=user, now=now)


@hooks.register("sweeps")
def guests_sweeps() -> list[tuple[str, Callable[[datetime], Any]]]:
    """Messages of guests that nobody confirmed."""
    return [("messages not confirmed", lambda now: sweep_unconfirmed(now=now))]


@hooks.register("personal_data")
def data_of_guest_selves(user: User) -> dict[str, Any]:
    """Tell what is held of a member's address from before she had an account."""
    return {"written_as_guest": [held_of(guest) for guest in selves_of(user)]}


@hooks.register("erase_person")
def forget_guest_selves(user: User, now: datetime) -> None:
    """Remove name and address of the guests that this person was."""
    forget_selves(person=user, now=now)
