"""Words for what became of an address."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Found(models.TextChoices):
    """What was found at an address the last time. Those of `BROKEN` are shown to editors; others are nobody's worry."""

    NEW = "new", _("not looked at yet")
    FINE = "fine", _("answers")
    CLOSED = "closed", _("answers, but not to us")
    UNSURE = "unsure", _("did not answer the last time")
    GONE = "gone", _("there is nothing any more")
    SILENT = "silent", _("has not answered for weeks")
    NOWHERE = "nowhere", _("no such site")
    PRIVATE = "private", _("not a public address")
    HERE = "here", _("a page of this site that readers do not find")


BROKEN = (Found.GONE, Found.SILENT, Found.NOWHERE, Found.PRIVATE, Found.HERE)
