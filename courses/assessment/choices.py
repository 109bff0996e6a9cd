"""Words for quizzes and attempts."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Keeps(models.TextChoices):
    """Which attempt counts."""

    BEST = "best", pgettext_lazy("attempt", "the best")
    LAST = "last", pgettext_lazy("attempt", "the last")
    FIRST = "first", pgettext_lazy("attempt", "the first")


class Review(models.TextChoices):
    """When a learner sees what was right and why."""

    NOW = "now", _("after each answer")
    AFTER = "after", _("after the attempt")
    NEVER = "never", pgettext_lazy("review", "never")


class Purpose(models.TextChoices):
    """What a quiz is for."""

    COURSE = "course", _("counts in the course")
    BEFORE = "before", _("test before the course: counts in the figures only")
    AFTER = "after", _("test after the course: counts in the figures only")


class Progress(models.TextChoices):
    """Where an attempt stands."""

    OPEN = "open", pgettext_lazy("attempt", "under way")
    FINISHED = "finished", pgettext_lazy("attempt", "handed in")
