"""Words for where an enrolment and an invitation stand."""

from django.db import models
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """Where an enrolment stands."""

    ASKED = "asked", pgettext_lazy("enrolment", "Waits for approval")
    WAITING = "waiting", pgettext_lazy("enrolment", "On the waiting list")
    ACTIVE = "active", pgettext_lazy("enrolment", "Takes part")
    REFUSED = "refused", pgettext_lazy("enrolment", "Refused")
    WITHDRAWN = "withdrawn", pgettext_lazy("enrolment", "Withdrawn")


class Answer(models.TextChoices):
    """What became of an invitation."""

    SENT = "sent", pgettext_lazy("invitation", "Sent")
    ACCEPTED = "accepted", pgettext_lazy("invitation", "Accepted")
    TAKEN_BACK = "taken_back", pgettext_lazy("invitation", "Taken back")
