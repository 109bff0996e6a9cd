"""What this room answers when the whole site asks."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from wagtail import hooks

from courses.assessment import actions


@hooks.register("sweeps")
def sweeps() -> list[tuple[str, Callable[[datetime], Any]]]:
    """Attempts that the clock ends."""
    return [("attempts whose time is over", lambda now: actions.end_overdue(now=now))]
