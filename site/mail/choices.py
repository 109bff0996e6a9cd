"""Words of a mail's state, why an address gets no mail, and the pauses between tries."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a mail stands."""

    WAITING = "waiting", _("Waiting")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    KEPT = "kept", _("Kept here: no mail server is set")
    FAILED = "failed", _("Failed")
    SUPPRESSED = "suppressed", _("Not sent: the reader does not want it")


FINAL_STATES = (State.SENT, State.KEPT, State.FAILED, State.SUPPRESSED)


class Cause(models.TextChoices):
    """Why an address is on the list of those that get no mail."""

    ASKED = "asked", _("The reader asked")
    UNKNOWN = "unknown", _("The address does not exist")


# Seconds before the second, third, … try: together a little under a day. One try more than there are pauses, then it has failed.
PAUSES = (60, 5 * 60, 15 * 60, 60 * 60, 3 * 60 * 60, 6 * 60 * 60, 12 * 60 * 60)
MOST_TRIES = len(PAUSES) + 1
# Seconds that a mail may wait for the job that was queued with it before the sweep queues another.
LATE_AFTER = 10 * 60

ANY_KIND = ""
# Where a mail's row keeps the address of the page that stops it, if that is not the one that stops its whole kind.
STOP_HEADER = "List-Unsubscribe"
