"""What staff do with certificates, in words."""

from django.db import models
from django.utils.translation import pgettext_lazy

PER_PAGE = 50


class Verb(models.TextChoices):
    """What can be done with one award, or with all of an edition."""

    ISSUE = "issue", pgettext_lazy("certificate", "Issue now")
    HOLD = "hold", pgettext_lazy("certificate", "Hold back")
    RELEASE = "release", pgettext_lazy("certificate", "Release")
    REFUSE = "refuse", pgettext_lazy("certificate", "Refuse")


WITH_REASON = (Verb.HOLD, Verb.REFUSE)

# What staff did, in words, by the verb that the edition's log keeps.
VERBS = {
    "certificates.award": pgettext_lazy("certificate", "gave somebody a certificate"),
    "certificates.issue": pgettext_lazy("certificate", "had certificates issued"),
    "certificates.hold": pgettext_lazy("certificate", "held certificates back"),
    "certificates.release": pgettext_lazy("certificate", "released certificates"),
    "certificates.refuse": pgettext_lazy("certificate", "refused certificates"),
    "certificates.agree": pgettext_lazy("certificate", "corrected the name on a certificate"),
    "certificates.refuse_name": pgettext_lazy("certificate", "refused a correction"),
    "certificates.revoke": pgettext_lazy("certificate", "revoked a certificate"),
    "certificates.remake": pgettext_lazy("certificate", "had a paper made again"),
}
