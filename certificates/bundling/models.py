"""One row is one ZIP file of an edition's papers."""

import uuid

from django.db import models
from django.db.models import F, Q

from accounts.models import User
from certificates.bundling.choices import UNDER_WAY, State
from courses.editions.models import Edition


class BundleQuerySet(models.QuerySet["Bundle"]):
    """ZIP files, picked."""

    def under_way(self) -> "BundleQuerySet":
        """Those that are not finished."""
        return self.filter(state__in=UNDER_WAY)


class Bundle(models.Model):
    """The papers of the awards with row ids from `first` to `last` of one edition, in one file; a big edition has several parts.

    `done` of `total`: papers that are in it so far. `file`: its name in the storage, empty before it is made; size in bytes.
    After `expires_at` file and row go.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="+")
    part = models.PositiveSmallIntegerField(default=1)
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    state = models.CharField(max_length=8, choices=State.choices, default=State.DUE)
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    file = models.CharField(max_length=160, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    reason = models.TextField(blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField()

    objects = BundleQuerySet.as_manager()

    class Meta:
        ordering = ["part"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "part"], name="a_part_of_an_edition_is_bundled_once"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="a_bundle_state_is_known"),
            models.CheckConstraint(condition=~Q(state=State.READY) | ~Q(file=""), name="a_bundle_that_is_ready_has_a_file"),
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="a_bundle_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.part} {self.state}"

    @property
    def place(self) -> str:
        """Return where its file is put in the storage."""
        return f"bundles/{self.uid.hex}.zip"

    @property
    def is_under_way(self) -> bool:
        """Whether it is still being made."""
        return self.state in UNDER_WAY
