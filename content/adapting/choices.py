"""Words for how an adaptation stands, and what is told of one."""

from django.db import models
from django.utils.translation import gettext_lazy as _

FIRST_YEAR, LAST_YEAR = 1950, 2100
LONGEST = 2000  # characters of each answer
TOLD = ("kept", "changed", "dropped", "result")


class State(models.TextChoices):
    """What became of it."""

    WAITING = "waiting", _("waiting for an editor")
    ACCEPTED = "accepted", _("shown")
    REFUSED = "refused", _("not shown")
