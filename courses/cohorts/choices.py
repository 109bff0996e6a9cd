"""Words for where a learner stands."""

from django.db import models
from django.utils.translation import pgettext_lazy

STUCK_DAYS = 7  # without a deed, while something is open; a facilitator may ask for another number
PER_PAGE = 200


class Cell(models.TextChoices):
    """Where one person stands in one module."""

    DONE = "done", pgettext_lazy("module", "done")
    LATE = "late", pgettext_lazy("module", "late")
    BEGUN = "begun", pgettext_lazy("module", "under way")
    NONE = "none", pgettext_lazy("module", "not begun")
    SHUT = "shut", pgettext_lazy("module", "not open yet")


class Standing(models.TextChoices):
    """Where one person stands in the course."""

    COMPLETED = "completed", pgettext_lazy("learner", "completed")
    BEGUN = "begun", pgettext_lazy("learner", "under way")
    NONE = "none", pgettext_lazy("learner", "not begun")


class Order(models.TextChoices):
    """How the cohort is sorted."""

    NAME = "name", pgettext_lazy("order", "by name")
    LEAST = "least", pgettext_lazy("order", "least done first")
    MOST = "most", pgettext_lazy("order", "most done first")
    SEEN = "seen", pgettext_lazy("order", "last seen first")
    UNSEEN = "unseen", pgettext_lazy("order", "longest away first")
