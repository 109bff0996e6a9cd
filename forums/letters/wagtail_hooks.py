"""What letters answer to the hooks of the house; the storey's own hooks import this."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from forums.letters import actions
from forums.letters.letter import KIND


@hooks.register("sweeps")
def sweeps() -> list[tuple[str, Callable[[datetime], Any]]]:
    """Mails of news that are due."""
    return [("mails of news", lambda now: actions.queue_due(now=now))]


@hooks.register("mail_kinds")
def mail_kinds() -> list[tuple[str, Any]]:
    """Name the mails that letters write."""
    return [(KIND, _("news of the forums"))]
