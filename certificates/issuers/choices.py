"""The ways in which an issuer signs."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Algorithm(models.TextChoices):
    """What a key signs with."""

    ED25519 = "ed25519", pgettext_lazy("signing key", "Ed25519")
    RS256 = "rs256", pgettext_lazy("signing key", "RSA, SHA-256")
