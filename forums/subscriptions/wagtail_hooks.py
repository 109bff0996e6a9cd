"""What subscriptions answer to the hooks of the house; the storey's own hooks import this."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks

from accounts.models import User
from forums.subscriptions import actions
from forums.subscriptions.queries import held_about, news_count


@hooks.register("sweeps")
def sweeps() -> list[tuple[str, Callable[[datetime], Any]]]:
    """News to forget."""
    return [("old news", lambda now: actions.forget_old(now=now))]


@hooks.register("personal_data")
def personal_data(user: User) -> dict[str, Any]:
    """Tell what a member follows and what she was told of."""
    return held_about(user)


@hooks.register("erase_person")
def erase_person(user: User, now: datetime) -> None:
    """Remove what a member follows, and her news."""
    actions.erase(follower=user)


@hooks.register("account_panel")
def news_panel(request: HttpRequest) -> dict[str, Any]:
    """Show the way to the news, with how many are new."""
    count = news_count(request.user)  # type: ignore[arg-type] # the page is for members only
    text = ngettext("%(n)s new message for you", "%(n)s new messages for you", count) % {"n": count} if count else ""
    return {"title": _("News"), "url": reverse("news"), "text": text}


@hooks.register("account_panel")
def subscriptions_panel(request: HttpRequest) -> dict[str, Any]:
    """Show the way to what one follows."""
    return {"title": _("My subscriptions"), "url": reverse("subscriptions"), "text": _("What you follow, and how often")}
