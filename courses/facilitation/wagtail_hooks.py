"""What this room answers when the whole site asks."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from courses.editions.models import Edition
from courses.facilitation.actions.write import KIND
from courses.facilitation.queries import report_of


@hooks.register("mail_kinds")
def mail_kinds() -> list[tuple[str, Any]]:
    """Name the mails that this room writes."""
    return [(KIND, _("messages of those who run a course"))]


@hooks.register("edition_report")
def edition_report(edition: Edition, now: datetime) -> dict[str, Any]:
    """Tell the figures of an edition, to be frozen when it is closed."""
    return report_of(edition, now)
