"""The sweep that finds practices which came to be read unheard."""

from collections.abc import Callable
from datetime import datetime

from wagtail import hooks

from content.harvesting.actions import catch_up


@hooks.register("sweeps")
def harvesting_sweep() -> list[tuple[str, Callable[[datetime], object]]]:
    """Run with the sweep job."""
    return [("harvesting", lambda now: catch_up(now=now))]
