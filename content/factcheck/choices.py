"""Words for what differs."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sort(models.TextChoices):
    """What sort of fact differs."""

    DAY = "day", _("date")
    HOUR = "hour", _("hour")
    YEAR = "year", _("year")
    SUM = "sum", _("sum of money")
    NUMBER = "number", _("number")
    COUNTRY = "country", _("country")
    NAME = "name", _("name or address")
