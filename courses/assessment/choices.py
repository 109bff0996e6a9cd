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


class Refusal(models.TextChoices):
    """Why something cannot be done, as the learner is told."""

    WITHDRAWN = "withdrawn", _("You no longer take part in this edition. Your answers are kept; none can be changed.")
    CLOSED = "closed", _("This edition is closed. Your answers are kept; none can be changed.")
    GONE = "gone", _("This quiz has been taken down for now. Your answers are kept: go on when it is back.")
    USED_UP = "used_up", _("You have used all your attempts.")
    EMPTY = "empty", _("This quiz has no questions yet.")
    FINISHED = "finished", _("This attempt was handed in before. The answer below was not saved.")
    TIME = "time", _("The time is over. What was saved in time was handed in; the answer below came too late.")
    SEEN = "seen", _("You have seen what was right here: the answer stays as it was.")
    OVERTAKEN = "overtaken", _("You gave another answer since, on another device: that one stays.")


class Refused(Exception):
    """It cannot be done; `said` tells why."""

    def __init__(self, said: str, reason: str = "") -> None:
        super().__init__(said)
        self.said, self.reason = said, reason

    @classmethod
    def because(cls, refusal: Refusal) -> "Refused":
        """Return the refusal for one of the known reasons, in the language of the moment."""
        return cls(str(refusal.label), refusal.value)
