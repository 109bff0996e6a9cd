"""What this room answers when the whole site asks."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from wagtail import hooks

from certificates.bundling.actions import tend


@hooks.register("sweeps")
def sweeps() -> list[tuple[str, Callable[[datetime], Any]]]:
    """ZIP files that are stuck, and those past their time."""
    return [("files of certificates", lambda now: tend(now=now))]
