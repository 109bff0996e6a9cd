"""Rows of the judges: one checklist for each reviewer and round, its scores, its remarks on fields before they are sent."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from content.judging.choices import LONGEST, Criterion, Score, Verdict


class Judgement(models.Model):
    """One reviewer's checklist in one round (Wagtail's TaskState). `given_at`: when she sent it; until then it is hers alone.

    `lifted_at`, `lifted_by`: where a stop was set, who said that it stands no longer.
    """

    round = models.ForeignKey("wagtailcore.TaskState", models.CASCADE, related_name="judgements")
    translation_key = models.UUIDField(db_index=True)
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="judgements")
    verdict = models.CharField(_("verdict"), max_length=8, choices=Verdict.choices, blank=True)
    comment = models.TextField(_("to the authors"), max_length=LONGEST, blank=True)
    begun_at = models.DateTimeField()
    given_at = models.DateTimeField(null=True, blank=True)
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["begun_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "reviewer"], name="a_reviewer_judges_once_in_a_round"),
            models.CheckConstraint(
                condition=Q(verdict="", given_at=None) | (~Q(verdict="") & Q(given_at__isnull=False)), name="a_verdict_is_given_at_a_moment"
            ),
            models.CheckConstraint(condition=Q(lifted_at=None) | Q(verdict=Verdict.STOP), name="only_a_stop_is_lifted"),
        ]

    def __str__(self) -> str:
        return f"{self.translation_key} · {self.get_verdict_display() or '…'}"

    @property
    def scores(self) -> dict[str, int | None]:
        """The score of each criterion."""
        return {mark.criterion: mark.score for mark in self.marks.all()}

    @property
    def total(self) -> int:
        """The points of all criteria."""
        return sum(score or 0 for score in self.scores.values())

    @property
    def in_order(self) -> list["Mark"]:
        """The marks in the order of the checklist."""
        order: list[Any] = list(Criterion)
        return sorted(self.marks.all(), key=lambda mark: order.index(mark.criterion))


class Mark(models.Model):
    """The score of one criterion, and a remark."""

    judgement = models.ForeignKey(Judgement, models.CASCADE, related_name="marks")
    criterion = models.CharField(max_length=16, choices=Criterion.choices)
    score = models.PositiveSmallIntegerField(choices=Score.choices, null=True, blank=True)
    remark = models.TextField(max_length=LONGEST, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["judgement", "criterion"], name="a_criterion_is_scored_once_in_a_judgement"),
            models.CheckConstraint(condition=Q(score=None) | Q(score__lte=Score.EVIDENCE), name="a_criterion_scores_nothing_to_three"),
            models.CheckConstraint(condition=Q(criterion__in=Criterion.values), name="a_mark_is_for_a_known_criterion"),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.score}"


class Note(models.Model):
    """What a reviewer is going to say of one field of the form; it becomes a remark when she sends her judgement."""

    judgement = models.ForeignKey(Judgement, models.CASCADE, related_name="notes")
    field = models.CharField(max_length=60)
    text = models.TextField(max_length=LONGEST)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["judgement", "field"], name="a_field_has_one_note_in_a_judgement"),
            models.CheckConstraint(condition=~Q(text=""), name="a_note_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.text[:40]}"
