"""What a corrected key changed."""

from django.db import models

from accounts.models import User
from courses.assessment.models.attempt import Answer
from courses.questions.models import QuestionVersion


class Regrade(models.Model):
    """Answers given to older versions were graded once more by the key of this version."""

    version = models.OneToOneField(QuestionVersion, models.CASCADE, related_name="regrade")
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    reason = models.TextField(max_length=1000)
    at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.version_id} {self.at:%Y-%m-%d}"


class RegradedAnswer(models.Model):
    """This answer's fraction before and after."""

    regrade = models.ForeignKey(Regrade, models.CASCADE, related_name="answers")
    answer = models.ForeignKey(Answer, models.CASCADE, related_name="+")
    before = models.DecimalField(max_digits=6, decimal_places=5)
    after = models.DecimalField(max_digits=6, decimal_places=5)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["regrade", "answer"], name="an_answer_is_regraded_once_a_key")]

    def __str__(self) -> str:
        return f"{self.answer_id} {self.before} {self.after}"
