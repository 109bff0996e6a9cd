"""Words for where a ZIP file stands."""

from datetime import timedelta

from django.db import models
from django.utils.translation import pgettext_lazy

A_PART = 500  # papers in one file: about 30 MB, and well within the time of one job
KEPT = timedelta(days=7)  # papers with names lie about no longer than that
STUCK = timedelta(minutes=10)
MOST_TRIES = 3


class State(models.TextChoices):
    """Where a ZIP file stands."""

    DUE = "due", pgettext_lazy("file", "queued")
    MAKING = "making", pgettext_lazy("file", "being made")
    READY = "ready", pgettext_lazy("file", "ready")
    FAILED = "failed", pgettext_lazy("file", "failed")


UNDER_WAY = (State.DUE, State.MAKING)
