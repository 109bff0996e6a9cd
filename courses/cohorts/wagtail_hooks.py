"""What this room answers when the whole site asks."""

from datetime import datetime
from typing import Any

from wagtail import hooks

from courses.cohorts.queries import report_of
from courses.editions.models import Edition


@hooks.register("edition_report")
def edition_report(edition: Edition, now: datetime) -> dict[str, Any]:
    """Tell the figures of an edition, to be frozen when it is closed."""
    return report_of(edition, now)
