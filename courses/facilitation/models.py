"""Who was there."""

from django.db import models

from accounts.models import User
from courses.editions.models import Event
from courses.enrolment.models import Enrolment


class Attendance(models.Model):
    """This learner was at this event, or was not, as a facilitator noted it; no row: not noted."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="attendance")
    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="attendance")
    was_there = models.BooleanField()
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "enrolment"], name="attendance_is_noted_once")]

    def __str__(self) -> str:
        return f"{self.event_id} {self.enrolment_id}"
