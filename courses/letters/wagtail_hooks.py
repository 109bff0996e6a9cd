"""What this room answers when the whole site asks."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from courses.letters import actions
from courses.letters.choices import Letter


@hooks.register("sweeps")
def sweeps() -> list[tuple[str, Callable[[datetime], Any]]]:
    """Mails to learners that are due."""
    return [("mails of courses", lambda now: actions.queue_due(now=now))]


@hooks.register("mail_kinds")
def mail_kinds() -> list[tuple[str, Any]]:
    """Name the mails that this room writes."""
    return [(letter.value, letter.label) for letter in Letter]


@hooks.register("account_panel")
def letters_panel(request: HttpRequest) -> dict[str, Any]:
    """Show the way to the mails that one wants."""
    return {
        "title": _("Mails about my courses"),
        "url": reverse("learning-letters"),
        "text": _("Start, Mondays, deadlines: each can be stopped"),
    }
