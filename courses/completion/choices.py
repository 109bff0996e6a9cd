"""What can happen to a unit."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Deed(models.TextChoices):
    """What happened."""

    VIEWED = "viewed", pgettext_lazy("deed", "opened")
    MARKED = "marked", pgettext_lazy("deed", "marked as done")
    SCORED = "scored", pgettext_lazy("deed", "quiz handed in")
    POSTED = "posted", pgettext_lazy("deed", "message written")
    GRANTED = "granted", pgettext_lazy("deed", "counted as done by a facilitator")
    REVOKED = "revoked", pgettext_lazy("deed", "facilitator's mark taken back")


class Refused(models.TextChoices):
    """Why a unit cannot be marked, as the learner is told."""

    STRANGER = "stranger", _("You do not take part in this course. Enrol first.")
    CLOSED = "closed", _("This edition is closed: its figures do not change any more.")
    LOCKED = "locked", _("This unit is not open for you yet.")
    OTHERWISE = "otherwise", _("This unit is not marked by hand: it is done by what you do in it.")
