"""Words of a learner's wishes."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Budget(models.TextChoices):
    """How much a page may weigh."""

    TEXT = "text", pgettext_lazy("data budget", "Text only")
    PICTURES = "pictures", pgettext_lazy("data budget", "Text and pictures")
    VIDEO = "video", _("Everything")
