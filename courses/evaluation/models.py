"""A questionnaire, who has answered it, and the answers: nothing leads from one to the other."""

import secrets
import uuid

from django.db import models

from courses.editions.models import Edition
from courses.enrolment.models import Enrolment


def random_id() -> int:
    """Return a number that says nothing of when it was made."""
    return secrets.randbits(62)


class Questionnaire(models.Model):
    """What an edition asks at its end.

    `questions`: [{"id": str, "kind": "scale" | "choice" | "text", "words": {language: str}, "choices": [{"id": str, "words": {…}}]}, …].
    """

    edition = models.OneToOneField(Edition, models.CASCADE, related_name="questionnaire")
    questions = models.JSONField(default=list)
    opens_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.edition_id}"


class Respondent(models.Model):
    """This learner has answered. Without a time and with a random id: neither tells in which order people answered."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    enrolment = models.OneToOneField(Enrolment, models.CASCADE, related_name="respondent")

    def __str__(self) -> str:
        return f"{self.enrolment_id}"


class Response(models.Model):
    """One set of answers, {question id: value}, known by a random id alone."""

    uid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="responses")
    answers = models.JSONField()

    def __str__(self) -> str:
        return str(self.uid)
