"""What can happen to a unit."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Deed(models.TextChoices):
    """What happened."""

    VIEWED = "viewed", pgettext_lazy("deed", "opened")
    MARKED = "marked", pgettext_lazy("deed", "marked as done")
    SCORED = "scored", pgettext_lazy("deed", "quiz handed in")
    POSTED = "posted", pgettext_lazy("deed", "message written")
    GRANTED = "granted", pgettext_lazy("deed", "counted as done by a facilitator")
    REVOKED = "revoked", pgettext_lazy("deed", "facilitator's mark taken back")
