"""One row is one person in one edition, or one address that was invited to it."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from courses.editions.models import Edition
from courses.enrolment.choices import OUT, Answer, State


class EnrolmentQuerySet(models.QuerySet["Enrolment"]):
    """Enrolments, picked."""

    def active(self) -> "EnrolmentQuerySet":
        """Those of people who take part."""
        return self.filter(state=State.ACTIVE)

    def holding_a_place(self) -> "EnrolmentQuerySet":
        """Those that count against the places: active ones. Who waits for approval holds none."""
        return self.filter(state=State.ACTIVE)


class Enrolment(models.Model):
    """This person in this edition; all her tracking hangs on it.

    `since`: when she came in. `asked_at`: her place in the waiting list. `extra_days`: more time for her alone, added to each deadline and
    to the end. `reason`: what she was told when refused or withdrawn by staff.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="enrolments")
    person = models.ForeignKey(User, models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices)
    reason = models.TextField(_("reason"), max_length=1000, blank=True)
    asked_at = models.DateTimeField()
    since = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    extra_days = models.PositiveSmallIntegerField(_("more days"), default=0)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        constraints = [
            models.UniqueConstraint(fields=["edition", "person"], name="a_person_is_enrolled_once"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="an_enrolment_state_is_known"),
            models.CheckConstraint(condition=~Q(state=State.ACTIVE) | Q(since__isnull=False), name="who_takes_part_came_in"),
        ]
        indexes = [
            models.Index(fields=["person", "state"], name="enrolments_of_a_person"),
            models.Index(fields=["edition", "state", "asked_at"], name="enrolments_of_an_edition"),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.person_id} {self.state}"

    @property
    def is_out(self) -> bool:
        """Whether she left or was refused: staff may take her in again."""
        return self.state in OUT

    @property
    def is_active(self) -> bool:
        """Whether she takes part."""
        return self.state == State.ACTIVE

    def deadline(self, moment: datetime | None) -> datetime | None:
        """Return a deadline of the edition as it is for her."""
        return None if moment is None else moment + timedelta(days=self.extra_days)


class Invitation(models.Model):
    """This address was invited to this edition; its signed link signs its owner up and enrols her."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="invitations")
    email = models.EmailField(_("e-mail address"), max_length=254)
    name = models.CharField(_("name"), max_length=150, blank=True)
    language = models.CharField(max_length=8, default="pt")
    country = models.CharField(max_length=2, blank=True)
    institution = models.CharField(max_length=200, blank=True)
    answer = models.CharField(max_length=12, choices=Answer.choices, default=Answer.SENT)
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    enrolment = models.OneToOneField(Enrolment, models.SET_NULL, null=True, blank=True, related_name="invitation")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "email"], name="an_address_is_invited_once"),
            models.CheckConstraint(condition=Q(email=Lower("email")), name="invited_addresses_are_lower_case"),
            models.CheckConstraint(condition=Q(answer__in=Answer.values), name="an_invitation_answer_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.email}"
