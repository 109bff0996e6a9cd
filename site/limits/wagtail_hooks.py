"""Counts whose window has ended are swept away."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from wagtail import hooks

from . import actions


@hooks.register("sweeps")
def sweeps() -> list[tuple[str, Callable[[datetime], Any]]]:
    """The sweep of this storey."""
    return [("counts that ended", lambda now: actions.sweep_ended(now=now))]
