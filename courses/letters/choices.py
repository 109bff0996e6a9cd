"""Kinds of mails to learners, and the hours of the day that they keep."""

from datetime import time, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

HOUR = time(7)  # in her own zone: nobody is written to at night
MONDAY = 0
LATE_WEEK = timedelta(days=1)  # after Monday's hour a week's mail is not written any more
LATE_START = timedelta(days=3)
AHEAD = timedelta(days=2)  # days before a deadline
QUIET_AFTER = timedelta(days=28)  # who goes at her own pace and has not come for so long is left in peace
PEOPLE_IN_A_JOB = 100
PART_OF_TIME = 0.2  # of the time that a job has: another one goes on
SHOWN = 8  # units named in a mail; the others are counted


class Letter(models.TextChoices):
    """What a mail is about; the value is its kind in the list of mails that people stop."""

    START = "courses-start", _("the start of a course")
    WEEK = "courses-week", _("what is left in a course, on Mondays")
    DUE = "courses-due", _("a deadline in two days")
