"""Printed credentials, and wishes for another name on them."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from certificates.credentials.choices import Wish
from certificates.credentials.models.credentials import Credential


class Paper(models.Model):
    """A printed credential in these languages ("pt,en"), as a file in the private part of the storage; size in bytes."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    credential = models.ForeignKey(Credential, models.CASCADE, related_name="papers")
    languages = models.CharField(max_length=20)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    file = models.CharField(max_length=160)
    template_version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    is_tagged = models.BooleanField(default=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["credential", "languages"], name="a_credential_is_printed_once_in_its_languages"),
            models.CheckConstraint(condition=Q(size__gt=0) & ~Q(file=""), name="a_paper_has_a_file"),
        ]

    def __str__(self) -> str:
        return self.file

    @property
    def language_codes(self) -> list[str]:
        """Return its languages, the main one first."""
        return self.languages.split(",")


class Correction(models.Model):
    """She wishes another name on her certificate, and what became of it. `by`: who answered."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    credential = models.ForeignKey(Credential, models.CASCADE, related_name="corrections")
    wanted_name = models.CharField(_("name as it should be"), max_length=150)
    why = models.TextField(_("why"), max_length=1000, blank=True)
    state = models.CharField(max_length=8, choices=Wish.choices, default=Wish.ASKED)
    asked_at = models.DateTimeField()
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(_("reason"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("correction")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["credential"], condition=Q(state=Wish.ASKED), name="a_credential_has_one_open_correction"),
            models.CheckConstraint(condition=Q(state__in=Wish.values), name="a_correction_state_is_known"),
            models.CheckConstraint(
                condition=Q(state=Wish.ASKED, answered_at=None) | (~Q(state=Wish.ASKED) & Q(answered_at__isnull=False)),
                name="an_answered_correction_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.credential_id} {self.state}"
