"""Words for when a unit is done."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Completes(models.TextChoices):
    """What makes a unit done."""

    VIEWED = "viewed", _("when it is opened")
    MARKED = "marked", _("when the learner marks it as done")
    PASSED = "passed", pgettext_lazy("unit", "when its quiz is passed")
    POSTED = "posted", _("when the learner has written in its discussion")
