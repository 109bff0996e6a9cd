"""An append-only log, and what follows from it."""

import uuid

from django.db import models
from django.db.models import Q

from accounts.models import User
from courses.completion.choices import Deed
from courses.enrolment.models import Enrolment


class Happening(models.Model):
    """Something that happened to a unit (by translation key), never changed. `token`: the same deed told twice is one row.

    `data`: scored {"percent": whole number, "is_passed": bool, "attempt": uid}; posted {"post": uid}; viewed {"language": code}.
    `by` and `reason`: of a facilitator's mark.
    """

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="happenings")
    unit_key = models.UUIDField()
    deed = models.CharField(max_length=8, choices=Deed.choices)
    token = models.CharField(max_length=80, default=uuid.uuid4)
    data = models.JSONField(default=dict, blank=True)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "unit_key", "deed", "token"], name="a_deed_is_told_once"),
            models.CheckConstraint(condition=Q(deed__in=Deed.values), name="a_deed_is_known"),
        ]
        indexes = [models.Index(fields=["enrolment", "unit_key", "at"], name="happenings_of_a_unit")]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.unit_key} {self.deed}"


class UnitProgress(models.Model):
    """The log of one unit and person, summed up; rebuilt from it at any time. `done_at` None: begun, not done.

    `percent`: of the attempt that counts (quizzes). `posts`: messages written (discussions). `place`: id of the block where she stopped.
    """

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="units")
    unit_key = models.UUIDField()
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    percent = models.PositiveSmallIntegerField(null=True, blank=True)
    posts = models.PositiveSmallIntegerField(default=0)
    place = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "unit_key"], name="a_unit_has_one_summary_a_person"),
            models.CheckConstraint(condition=Q(percent=None) | Q(percent__lte=100), name="a_summary_has_at_most_100_per_cent"),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.unit_key}"


class Completion(models.Model):
    """This enrolment reached what its course asks. Never taken back by itself: a unit that is added later leaves it valid."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    enrolment = models.OneToOneField(Enrolment, models.CASCADE, related_name="completion")
    completed_at = models.DateTimeField()
    percent = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(percent=None) | Q(percent__lte=100), name="a_completion_is_at_most_100")]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.completed_at:%Y-%m-%d}"
