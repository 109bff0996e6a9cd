"""What was said once, for good, under a number that nobody guesses."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Upper
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from certificates.credentials.choices import EXPIRED, Reason, State
from certificates.credentials.models.awards import Award
from certificates.credentials.numbers import LENGTH
from certificates.credentials.snapshot import Snapshot
from certificates.designs.choices import Kind
from certificates.designs.models import Template
from certificates.issuers.models import Issuer


class CredentialQuerySet(models.QuerySet["Credential"]):
    """Credentials, picked."""

    def of_person(self, person: User) -> "CredentialQuerySet":
        """Those that this person holds."""
        return self.filter(person=person)

    def valid_at(self, now: datetime) -> "CredentialQuerySet":
        """Those that are valid at this moment."""
        return self.filter(Q(valid_until=None) | Q(valid_until__gt=now), state=State.VALID)


class Credential(models.Model):
    """What was said once, under a number that nobody guesses, and whether it still holds. `snapshot` is never changed, only emptied.

    `kid` and `signature` (base64url): the compact proof that stands in the code on the paper. `name_hash`, `salt`: written when the name
    is withdrawn, so that a holder can still prove a paper by typing the name. `status_index`: its place in the issuer's status lists.
    `former_papers`: the SHA-256 of files that were handed out and are no longer kept.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField(_("number"), max_length=LENGTH, unique=True)
    person = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    award = models.ForeignKey(Award, models.PROTECT, related_name="credentials")
    kind = models.CharField(max_length=13, choices=Kind.choices)
    snapshot = models.JSONField()
    name_hash = models.CharField(max_length=88, blank=True)
    salt = models.CharField(max_length=44, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.VALID)
    state_at = models.DateTimeField(null=True, blank=True)
    reason_class = models.CharField(max_length=10, choices=Reason.choices, blank=True)
    reason = models.TextField(blank=True)
    supersedes = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="superseded_by")
    issuer = models.ForeignKey(Issuer, models.PROTECT, related_name="credentials")
    template = models.ForeignKey(Template, models.SET_NULL, null=True, related_name="+")
    kid = models.CharField(max_length=24)
    signature = models.CharField(max_length=120)
    issued_at = models.DateTimeField()
    valid_until = models.DateTimeField(null=True, blank=True)
    status_index = models.PositiveIntegerField()
    is_shared = models.BooleanField(default=False)
    share_token = models.CharField(max_length=64, null=True, blank=True, unique=True)
    former_papers = models.JSONField(default=list, blank=True)

    objects = CredentialQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        constraints = [
            models.UniqueConstraint(fields=["award"], condition=Q(state=State.VALID), name="an_award_has_one_valid_credential"),
            models.UniqueConstraint(fields=["issuer", "status_index"], name="a_place_in_a_status_list_is_taken_once"),
            models.CheckConstraint(condition=Exact(Length("number"), LENGTH), name="a_number_has_all_its_signs"),
            models.CheckConstraint(condition=Exact(F("number"), Upper("number")), name="numbers_are_capitals"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="a_credential_kind_is_known"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="a_credential_state_is_known"),
            models.CheckConstraint(
                condition=Q(state=State.VALID, state_at=None) | (~Q(state=State.VALID) & Q(state_at__isnull=False)),
                name="what_is_no_longer_valid_says_since_when",
            ),
            models.CheckConstraint(condition=Q(reason_class="") | Q(reason_class__in=Reason.values), name="a_reason_for_revoking_is_known"),
            models.CheckConstraint(condition=~Q(state=State.REVOKED) | ~Q(reason_class=""), name="what_is_revoked_says_why"),
            models.CheckConstraint(
                condition=~Q(state=State.WITHDRAWN) | (Q(person=None, snapshot__name="") & ~Q(name_hash="") & ~Q(salt="")),
                name="a_withdrawn_name_is_gone_and_can_be_proven",
            ),
            models.CheckConstraint(condition=~Q(supersedes=F("pk")), name="a_credential_does_not_supersede_itself"),
            models.CheckConstraint(condition=Q(is_shared=False) | Q(share_token__isnull=False), name="what_is_shared_has_a_link"),
        ]
        indexes = [
            models.Index(fields=["issued_at"], name="credentials_by_day"),
            models.Index(fields=["person"], name="credentials_of_a_person"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def words(self) -> Snapshot:
        """Return what it says."""
        return Snapshot.from_json(self.snapshot)

    def standing(self, now: datetime) -> str:
        """Return valid, superseded, expired, revoked or withdrawn."""
        is_over = self.state == State.VALID and self.valid_until is not None and self.valid_until <= now
        return EXPIRED if is_over else self.state
