"""What this room answers when the whole site asks."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from courses.facilitation.actions.write import KIND


@hooks.register("mail_kinds")
def mail_kinds() -> list[tuple[str, Any]]:
    """Name the mails that this room writes."""
    return [(KIND, _("messages of those who run a course"))]


@hooks.register("staff_verbs")
def staff_verbs() -> dict[str, Any]:
    """Name what facilitators do, for the log of an edition."""
    return {
        "facilitation.grant": _("counted a unit as done"),
        "facilitation.revoke": _("took a mark by hand back"),
        "facilitation.attendance": _("noted who was there"),
        "facilitation.write": _("wrote to the cohort"),
        "evaluation.change": _("changed the questionnaire"),
        "assessment.regrade": _("had answers graded again"),
    }
