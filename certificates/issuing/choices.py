"""Pauses between tries, days to answer, and why something is refused."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

DAYS_TO_CONFIRM = timedelta(days=7)
# Before the second, third, … try. One try more than there are pauses, then it has failed.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 480))
MOST_TRIES = len(PAUSES) + 1
# For how long the job that was queued with the row may wait for its turn before the sweep queues another.
LATE_AFTER = timedelta(minutes=10)
AT_ONCE = 200  # rows that one job looks at before it queues the next
LONGEST_NAME = 150

MAKE = "certificates.issuing.tasks.make_certificate"
QUEUE = "certificates.issuing.tasks.queue_due"
ISSUE_REST = "certificates.issuing.tasks.issue_rest"
REFUSE_REST = "certificates.issuing.tasks.refuse_rest"


class Refusal(models.TextChoices):
    """Why something is not done."""

    NO_TEMPLATE = "no_template", _("No design fits this course yet: an administrator must add one first.")
    NO_PERSON = "no_person", _("This person has left: nothing can be issued to her any more.")
    NO_NAME = "no_name", _("Write the name as it is to be printed.")
    LONG_NAME = "long_name", _("A name has 150 letters at most.")
    NO_REASON = "no_reason", _("Give a reason: it is told to her.")
    IS_ISSUED = "is_issued", _("This certificate is issued already.")
    IS_BEING_MADE = "is_being_made", _("This certificate is being made just now.")
    IS_OVER = "is_over", _("This certificate was refused or taken back.")
    NOT_CURRENT = "not_current", _("This certificate is not valid any more.")
    SAME_NAME = "same_name", _("This is the name that stands on the certificate.")
    IS_ASKED = "is_asked", _("A correction is asked for already: the facilitators will answer.")
    IS_ANSWERED = "is_answered", _("This was answered already.")
    NO_LANGUAGE = "no_language", _("Choose one or two of the languages that are offered.")
    NO_REASON_CLASS = "no_reason_class", _("Choose why the certificate is taken back.")
