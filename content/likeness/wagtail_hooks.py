"""Where the room shows itself."""

from collections.abc import Callable
from datetime import datetime

from wagtail import hooks

from content.likeness.actions import catch_up
from content.likeness.views import similar_below, warn_editor

hooks.register("page_extra", similar_below, order=60)
hooks.register("after_create_page", warn_editor)
hooks.register("after_edit_page", warn_editor)


@hooks.register("sweeps")
def likeness_sweeps() -> list[tuple[str, Callable[[datetime], object]]]:
    """Practices that came in without a job, as by a load of many."""
    return [("likeness", lambda now: catch_up())]
