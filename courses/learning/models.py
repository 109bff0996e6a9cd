"""What a learner wishes and writes for herself."""

import uuid

from django.db import models
from django.db.models import Q

from accounts.models import User
from courses.learning.choices import Budget

LONGEST = 20_000  # signs of a note


class LearnerWish(models.Model):
    """How this person wants her pages. `calendar_secret`: the address of her calendar feed; a new one shuts the old."""

    person = models.OneToOneField(User, models.CASCADE, related_name="learner_wish")
    budget = models.CharField(max_length=8, choices=Budget.choices, default=Budget.VIDEO)
    calendar_secret = models.UUIDField(default=uuid.uuid4, unique=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(budget__in=Budget.values), name="a_data_budget_is_known")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.budget}"


class Note(models.Model):
    """What this person wrote for herself on the unit with this translation key. Nobody else reads it."""

    person = models.ForeignKey(User, models.CASCADE, related_name="+")
    unit_key = models.UUIDField()
    text = models.TextField(max_length=LONGEST)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "unit_key"], name="a_person_has_one_note_a_unit")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.unit_key}"
