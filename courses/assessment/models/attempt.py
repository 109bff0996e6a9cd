"""One row is one go at a quiz; one answer is one question in it."""

import uuid
from decimal import Decimal

from django.db import models
from django.db.models import F, Q

from courses.assessment.choices import Progress
from courses.enrolment.models import Enrolment
from courses.questions.models import Question, QuestionVersion


class AttemptQuerySet(models.QuerySet["Attempt"]):
    """Attempts, picked."""

    def finished(self) -> "AttemptQuerySet":
        """Those that were handed in, by their learner or by the clock."""
        return self.filter(progress=Progress.FINISHED)

    def under_way(self) -> "AttemptQuerySet":
        """Those that are open."""
        return self.filter(progress=Progress.OPEN)


class Attempt(models.Model):
    """A learner's go at the quiz with this translation key.

    `points`: what it is worth, fixed when it begins; `score`: what she got. `ends_at`: when the clock hands it in (None: no limit);
    `is_late`: the clock did. `pass_percent`: as it was when it began.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="attempts")
    quiz_key = models.UUIDField()
    number = models.PositiveSmallIntegerField()
    progress = models.CharField(max_length=8, choices=Progress.choices, default=Progress.OPEN)
    started_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    is_late = models.BooleanField(default=False)
    pass_percent = models.PositiveSmallIntegerField()
    points = models.DecimalField(max_digits=8, decimal_places=2, default=Decimal(0))
    score = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "quiz_key", "number"], name="an_attempt_has_its_number"),
            models.UniqueConstraint(
                fields=["enrolment", "quiz_key"], condition=Q(progress=Progress.OPEN), name="a_learner_has_one_open_attempt"
            ),
            models.CheckConstraint(
                condition=Q(progress=Progress.OPEN, finished_at=None, score=None)
                | Q(progress=Progress.FINISHED, finished_at__isnull=False, score__isnull=False),
                name="finished_attempts_have_a_score",
            ),
            models.CheckConstraint(condition=Q(score=None) | Q(score__gte=0, score__lte=F("points")), name="a_score_is_within_its_points"),
        ]
        indexes = [models.Index(fields=["progress", "ends_at"], name="attempts_the_clock_ends")]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.quiz_key} {self.number}"

    @property
    def is_open(self) -> bool:
        """Whether it is under way."""
        return self.progress == Progress.OPEN

    @property
    def percent(self) -> int | None:
        """Return the score in whole per cent, rounded down; None while under way."""
        if self.score is None:
            return None
        return int(self.score * 100 / self.points) if self.points else 0

    @property
    def is_passed(self) -> bool:
        """Whether it reached what was needed when it began."""
        return self.percent is not None and self.percent >= self.pass_percent


class Answer(models.Model):
    """One question of an attempt, in the version and order in which it was asked, and what was answered.

    `order`: option ids as shown (matching: {"lefts": […], "rights": […]}). `value`: by kind, None is unanswered: single and true_false an
    option id; multiple a list of them; matching {left: right}; ordering a list; short and numeric the text as typed. `fraction`: 0 to 1,
    once graded; `key`: the version whose key graded it last, where that is a later one than was asked.
    """

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="answers")
    place = models.PositiveSmallIntegerField()
    question = models.ForeignKey(Question, models.PROTECT, related_name="+")
    version = models.ForeignKey(QuestionVersion, models.PROTECT, related_name="+")
    order = models.JSONField(default=list)
    value = models.JSONField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    fraction = models.DecimalField(max_digits=6, decimal_places=5, null=True, blank=True)
    key = models.ForeignKey(QuestionVersion, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["attempt", "place"], name="an_attempt_has_one_answer_a_place"),
            models.UniqueConstraint(fields=["attempt", "question"], name="an_attempt_asks_a_question_once"),
            models.CheckConstraint(condition=Q(fraction=None) | Q(fraction__gte=0, fraction__lte=1), name="a_fraction_is_between_0_and_1"),
        ]

    def __str__(self) -> str:
        return f"{self.attempt_id} {self.place}"

    @property
    def stamp(self) -> str:
        """By what a device knows the answer that is saved: its moment, or nothing for none."""
        return self.answered_at.isoformat() if self.answered_at else ""

    @property
    def points(self) -> Decimal | None:
        """Return what the answer got; None while it is not graded."""
        return None if self.fraction is None else self.fraction * self.version.points
