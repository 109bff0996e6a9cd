"""Words for how a text in one language stands to its original."""

from django.db import models
from django.utils.translation import gettext_lazy as _

DONE, ALL = "todo", "all"


class State(models.IntegerChoices):
    """In the order in which they want attention."""

    STALE = 1, _("The original has changed")
    MISSING = 2, _("Not translated")
    CURRENT = 3, _("Up to date")


SIGNS = {State.STALE: ("stale", "stale"), State.MISSING: ("locked", "plus"), State.CURRENT: ("done", "check")}
