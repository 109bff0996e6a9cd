"""The sweep that finds practices which came live or went without being announced."""

from collections.abc import Callable
from datetime import datetime

from wagtail import hooks

from content.shelves.actions import catch_up


@hooks.register("sweeps")
def shelves_sweep() -> list[tuple[str, Callable[[datetime], object]]]:
    """Run with the sweep job."""
    return [("shelves", lambda now: catch_up())]
