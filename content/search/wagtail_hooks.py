"""The sweep that finds pages which came live by another way than publishing (restored, seeded)."""

from collections.abc import Callable
from datetime import datetime

from wagtail import hooks

from content.search.actions import catch_up


@hooks.register("sweeps")
def search_sweep() -> list[tuple[str, Callable[[datetime], object]]]:
    """Run with the sweep job."""
    return [("search", lambda now: catch_up())]
