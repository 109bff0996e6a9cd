"""What this room answers when the whole site asks."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from courses.facilitation.actions.write import KIND


@hooks.register("mail_kinds")
def mail_kinds() -> list[tuple[str, Any]]:
    """Name the mails that this room writes."""
    return [(KIND, _("messages of those who run a course"))]
