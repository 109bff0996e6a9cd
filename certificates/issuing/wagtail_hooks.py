"""What this room answers when the whole site asks."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from wagtail import hooks

from certificates.issuing import actions


@hooks.register("sweeps")
def sweeps() -> list[tuple[str, Callable[[datetime], Any]]]:
    """Certificates that are due or stuck, and names that nobody answered about."""
    return [
        ("names of certificates", lambda now: actions.take_as_agreed(now=now)),
        ("certificates due", lambda now: actions.queue_due(now=now)),
    ]
