"""An award on its way to a certificate, and the name that goes on it."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from certificates.credentials.choices import Stage
from certificates.designs.choices import Kind
from courses.editions.models import Edition
from courses.enrolment.models import Enrolment


class ConfirmedName(models.Model):
    """She saw this name as it is printed, and agreed: certificates that come need not ask again."""

    person = models.OneToOneField(User, models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=150)
    confirmed_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="a_confirmed_name_says_something")]

    def __str__(self) -> str:
        return self.name


class AwardQuerySet(models.QuerySet["Award"]):
    """Awards, picked."""

    def due(self, now: datetime) -> "AwardQuerySet":
        """Those to be made now: due, and not resting after a failure."""
        return self.filter(Q(next_attempt_at=None) | Q(next_attempt_at__lte=now), state=Stage.DUE)


class Award(models.Model):
    """This person gets a certificate of this kind for this edition: one row for good, whatever happens on the way.

    `name`: as it is to be printed. `confirm_by`: when it is made as it stands. `attempts`, `claimed_at`, `next_attempt_at`: of the
    background work. `reason`: why it failed, is held or was refused. `credential`: the one that counts now.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    enrolment = models.ForeignKey(Enrolment, models.SET_NULL, null=True, blank=True, related_name="+")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=13, choices=Kind.choices, default=Kind.COMPLETION)
    state = models.CharField(max_length=10, choices=Stage.choices, default=Stage.WAITING)
    name = models.CharField(_("name"), max_length=150, blank=True)
    name_confirmed_at = models.DateTimeField(null=True, blank=True)
    confirm_by = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True, blank=True)
    next_attempt_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)
    credential = models.OneToOneField("Credential", models.SET_NULL, null=True, blank=True, related_name="current_of")
    made_at = models.DateTimeField()

    objects = AwardQuerySet.as_manager()

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")
        constraints = [
            models.UniqueConstraint(fields=["person", "edition", "kind"], name="a_person_is_awarded_once_for_an_edition_and_kind"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="an_award_kind_is_known"),
            models.CheckConstraint(condition=Q(state__in=Stage.values), name="an_award_state_is_known"),
            models.CheckConstraint(condition=~Q(state=Stage.ISSUED) | Q(credential__isnull=False), name="what_is_issued_has_a_credential"),
            models.CheckConstraint(condition=~Q(state=Stage.MAKING) | Q(claimed_at__isnull=False), name="what_is_being_made_was_claimed"),
            models.CheckConstraint(
                condition=~Q(state__in=[Stage.FAILED, Stage.REFUSED]) | ~Q(reason=""), name="what_failed_or_was_refused_says_why"
            ),
        ]
        indexes = [
            models.Index(fields=["edition", "state"], name="awards_of_an_edition"),
            models.Index(fields=["state", "next_attempt_at"], name="awards_to_be_made"),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.person_id} {self.kind} {self.state}"
