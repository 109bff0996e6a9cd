"""A questionnaire, who has answered it, and the answers: nothing leads from one to the other."""

import secrets

from django.db import models

from courses.editions.days import all_held, known_day
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
    opens_on = models.DateField(null=True, blank=True, validators=[known_day])

    class Meta:
        constraints = [models.CheckConstraint(condition=all_held("opens_on"), name="a_questionnaire_opens_on_a_day_of_our_calendar")]

    def __str__(self) -> str:
        return f"{self.edition_id}"


class Respondent(models.Model):
    """This learner has answered. Without a time and with a random id: neither tells in which order people answered."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    enrolment = models.OneToOneField(Enrolment, models.CASCADE, related_name="respondent")

    def __str__(self) -> str:
        return f"{self.enrolment_id}"


class AnswerBox(models.Model):
    """All that was answered to one questionnaire, in one row, as a ballot box holds it: no row, id, time or order belongs to one person.

    `counted` and `waiting`: lists of {question id: value}, each sorted by what it says. An answer waits until there are enough others
    to be counted with it; so figures that change do not tell what the last one said.
    """

    questionnaire = models.OneToOneField(Questionnaire, models.CASCADE, related_name="box")
    counted = models.JSONField(default=list)
    waiting = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.questionnaire_id}"
