"""Words for where the words of a document went."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Went(models.TextChoices):
    """Where some words of a document went."""

    PAGE = "page", _("on the page")
    READ = "read", _("understood")
    LEFT = "left", _("left over")


class Meaning(models.TextChoices):
    """What words that are not on the page were understood as."""

    HEADING = "heading", _("a heading that the page has already")
    NUMBERING = "numbering", _("the numbering of a list")
    LABEL = "label", _("the name of a field")
    DATE = "date", _("the date")
    TIMES = "times", _("the time from and until")
    ORIGIN = "origin", _("where the text comes from")
    JOINING = "joining", _("joining words")
    HOURS = "hours", _("the hours that it takes")
