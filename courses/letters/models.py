"""What was told, so that it is told once."""

from django.db import models

from courses.enrolment.models import Enrolment


class Reminder(models.Model):
    """This learner was told this, or there was nothing to tell. `occasion`: what of, as `start`, `week:2027-W05`,
    `due:<module key, or end>:<her last day>`: who is given more days is told of the new day too.
    """

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="reminders")
    occasion = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enrolment", "occasion"], name="a_learner_is_told_once")]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.occasion}"
