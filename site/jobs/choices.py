"""Words of a job's state, its pauses, and how a job says that trying again cannot help."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a job stands that has been begun and is not done; a job that is done has no row."""

    RUNNING = "running", _("Running")
    WAITING = "waiting", _("Waiting for its next try")
    QUEUED = "queued", _("In the queue again")
    FAILED = "failed", _("Failed")


# Seconds before the second, third, … try. One try more than there are pauses, then the job has failed.
PAUSES = (60, 5 * 60, 30 * 60, 2 * 60 * 60)
MOST_TRIES = len(PAUSES) + 1


class FinalError(Exception):
    """Raised by a job when trying again cannot help: it fails at once, with this sentence as the reason."""
