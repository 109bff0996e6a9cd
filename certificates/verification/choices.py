"""The words of the answers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Verdict(models.TextChoices):
    """Where a certificate stands, in one sentence."""

    VALID = "valid", _("This certificate is valid")
    SUPERSEDED = "superseded", _("Replaced by a newer certificate")
    EXPIRED = "expired", _("This certificate has expired")
    REVOKED = "revoked", _("This certificate was revoked")
    WITHDRAWN = "withdrawn", _("Awarded; the name was withdrawn")


class Refusal(models.TextChoices):
    """Why a paper that was brought proves nothing."""

    CHANGED = "changed", _("Not genuine: the words in the code were changed, or the academy never signed them.")
    UNREADABLE = "unreadable", _("Not genuine: the code is not whole. A letter is missing or was changed, or only a part was copied.")
    UNKNOWN_KEY = "unknown key", _("Not proven: the code names a key that this academy never published.")
    MANY = "many", _("Not proven: the file holds several different codes. Verify each paper by itself.")


class File(models.TextChoices):
    """What the file of a paper is, beside its words."""

    SAME = "same", _("The file is exactly the one that was issued.")
    OTHER = "other", _("The signed words in this file are genuine, but the file is not as it was issued. Only what stands here counts.")
    BARE = "bare", _("This file holds a number, but no proof. Only what stands here counts: compare it with the paper.")
