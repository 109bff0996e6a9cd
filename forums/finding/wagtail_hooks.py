"""The sweep that finds posts which came to be read unheard (restored from a backup, brought in)."""

from collections.abc import Callable
from datetime import datetime

from wagtail import hooks

from forums.finding.actions import catch_up


@hooks.register("sweeps")
def finding_sweep() -> list[tuple[str, Callable[[datetime], object]]]:
    """Run with the sweep job."""
    return [("search of the forums", lambda now: catch_up(now=now))]
