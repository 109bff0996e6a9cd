"""One row is one practice in one language as harvesters know it, also after it is gone."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from content.harvesting.protocol import Selection


class HarvestQuerySet(models.QuerySet["HarvestRecord"]):
    """Records in the order in which lists give them."""

    def within(self, selection: Selection) -> "HarvestQuerySet":
        """Return those that are selected."""
        rows = self
        if selection.since:
            rows = rows.filter(changed_at__gte=selection.since)
        if selection.before:
            rows = rows.filter(changed_at__lt=selection.before)
        return rows.filter(memberships__spec=selection.set) if selection.set else rows

    def after(self, changed_at: datetime, id: int) -> "HarvestQuerySet":
        """Return those that stand behind this one."""
        return self.filter(changed_at__gte=changed_at).filter(Q(changed_at__gt=changed_at) | Q(pk__gt=id))


class HarvestRecord(models.Model):
    """A practice in one language, as it was told last: `changed_at` (whole seconds) is when that changed. Deleted ones stay for good."""

    translation_key = models.UUIDField()
    language = models.CharField(max_length=12)
    changed_at = models.DateTimeField()
    is_deleted = models.BooleanField(default=False)
    dc = models.TextField(blank=True)

    objects = HarvestQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["changed_at", "id"], name="harvest_in_order")]
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "language"], name="a_practice_is_harvested_once_in_a_language"),
            models.CheckConstraint(condition=~Q(dc="") | Q(is_deleted=True), name="what_is_harvested_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.translation_key}:{self.language}"


class Membership(models.Model):
    """A record belongs to a set; a deleted one keeps its sets, so that those who harvest only a set hear of it."""

    record = models.ForeignKey(HarvestRecord, models.CASCADE, related_name="memberships")
    spec = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["spec", "record"], name="a_record_is_in_a_set_once")]

    def __str__(self) -> str:
        return f"{self.spec}: {self.record_id}"
