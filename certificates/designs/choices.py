"""What certificates are for, and what a template may be: layouts, ways up, and how many signatures and logos stand on it."""

from django.db import models
from django.utils.translation import pgettext_lazy

MOST_SIGNATORIES = 4
MOST_LOGOS = 2


class Kind(models.TextChoices):
    """What a certificate is for."""

    COMPLETION = "completion", pgettext_lazy("certificate", "Completion")
    PARTICIPATION = "participation", pgettext_lazy("certificate", "Participation")
    CONTRIBUTION = "contribution", pgettext_lazy("certificate", "Contribution")


class Layout(models.TextChoices):
    """The designs that come with the house; each is a file that a designer can edit."""

    WOVEN = "woven", pgettext_lazy("layout", "Woven: a border of cloth")
    PLAIN = "plain", pgettext_lazy("layout", "Plain: much white, little ink")
    OFFICIAL = "official", pgettext_lazy("layout", "Official: like a deed")


class Orientation(models.TextChoices):
    """Which way up the page is."""

    LANDSCAPE = "landscape", pgettext_lazy("page", "Landscape")
    PORTRAIT = "portrait", pgettext_lazy("page", "Portrait")


class Use(models.TextChoices):
    """What was done with a signature."""

    PUT_ON = "put_on", pgettext_lazy("signature", "put on the template")
    KEPT = "kept", pgettext_lazy("signature", "kept while the template was changed")
    TAKEN_OFF = "taken_off", pgettext_lazy("signature", "taken off the template")
    CHANGED = "changed", pgettext_lazy("signature", "picture changed")
    RENAMED = "renamed", pgettext_lazy("signature", "name or title changed")
