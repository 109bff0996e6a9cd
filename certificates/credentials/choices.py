"""Words for where awards and certificates stand."""

from django.db import models
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """Where a credential stands. `expired` follows from its date and is never written down."""

    VALID = "valid", pgettext_lazy("certificate", "Valid")
    SUPERSEDED = "superseded", pgettext_lazy("certificate", "Superseded")
    REVOKED = "revoked", pgettext_lazy("certificate", "Revoked")
    WITHDRAWN = "withdrawn", pgettext_lazy("certificate", "Personal data withdrawn")


EXPIRED = "expired"
EXPIRED_LABEL = pgettext_lazy("certificate", "Expired")


class Reason(models.TextChoices):
    """Why a credential was revoked; everybody who verifies it reads this class, nobody more."""

    ERROR = "error", pgettext_lazy("certificate", "Issued by mistake")
    MISCONDUCT = "misconduct", pgettext_lazy("certificate", "Rules of the course were broken")
    REQUEST = "request", pgettext_lazy("certificate", "At the holder's request")
    OTHER = "other", pgettext_lazy("certificate", "Another reason")


class Stage(models.TextChoices):
    """Where an award stands on its way to a certificate."""

    WAITING = "waiting", pgettext_lazy("award", "Waits for the name to be confirmed")
    DUE = "due", pgettext_lazy("award", "Due")
    MAKING = "making", pgettext_lazy("award", "Being made")
    ISSUED = "issued", pgettext_lazy("award", "Issued")
    FAILED = "failed", pgettext_lazy("award", "Failed")
    HELD = "held", pgettext_lazy("award", "Held")
    REFUSED = "refused", pgettext_lazy("award", "Refused")
    WITHDRAWN = "withdrawn", pgettext_lazy("award", "Withdrawn")


class Wish(models.TextChoices):
    """What became of the wish for another name."""

    ASKED = "asked", pgettext_lazy("correction", "Asked")
    AGREED = "agreed", pgettext_lazy("correction", "Agreed")
    REFUSED = "refused", pgettext_lazy("correction", "Refused")
