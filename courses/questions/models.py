"""A question, its words in each language, its pictures, and every version that was ever answered."""

import uuid
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from courses.questions.choices import Kind


class QuestionQuerySet(models.QuerySet["Question"]):
    """Questions, picked."""

    def usable(self) -> "QuestionQuerySet":
        """Those that new attempts draw from."""
        return self.filter(is_retired=False)

    def within(self, folder: str) -> "QuestionQuerySet":
        """Those in this folder and in the folders below it; a doubled slash belongs to a name."""
        below = Q(folder__startswith=f"{folder}/") & ~Q(folder__startswith=f"{folder}//")
        return self.filter(Q(folder=folder) | below) if folder else self


class Question(models.Model):
    """A question without words. Options are known by UUID (as strings); `version` is the number of its newest `QuestionVersion`.

    `folder`: names joined by `/` (a slash inside a name is written `//`, as Moodle has it). `origin`: what an import knew it by, so that
    the same file again changes nothing.

    `shape` and `key`, by kind:
    single, multiple, true_false: shape {"options": [id, …], "is_shuffled": bool}; key {"weights": {id: per cent, -100 to 100}}.
      true_false has exactly two options: true, then false.
    matching: shape {"lefts": [id, …], "rights": [id, …], "is_shuffled": bool}, more rights than lefts are distractors;
      key {"pairs": {left id: right id}}.
    ordering: shape {"options": [id, …]} (shown shuffled); key {"order": [id, …]}.
    short: shape {"is_case_kept": bool}; key {"weights": {id: per cent}}; the accepted words stand with each language's text.
    numeric: shape {}; key {"answers": [{"id": id, "value": "3.5", "tolerance": "0.1", "weight": per cent}, …]}, the first that fits counts.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    name = models.CharField(_("name"), max_length=200, blank=True)
    folder = models.CharField(_("folder"), max_length=400, blank=True, db_index=True)
    points = models.DecimalField(_("points"), max_digits=6, decimal_places=2, default=Decimal(1))
    shape = models.JSONField(default=dict)
    key = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1, editable=False)
    origin = models.CharField(max_length=80, blank=True, db_index=True, editable=False)
    is_retired = models.BooleanField(_("no longer asked"), default=False)
    changed_at = models.DateTimeField()

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        permissions = [("edit_questions", "Can edit the bank of questions")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="a_question_kind_is_known"),
            models.CheckConstraint(condition=Q(points__gt=0), name="a_question_is_worth_something"),
            models.UniqueConstraint(fields=["origin"], condition=~Q(origin=""), name="a_question_came_in_once"),
        ]

    def __str__(self) -> str:
        return self.name or str(self.uid)


class QuestionText(models.Model):
    """The words of a question in one language; HTML is cleaned when it is written.

    `options`: {option id: HTML} (matching: lefts and rights alike). `accepted`: short text only, {key id: the words that count}.
    `replies`: {option or key id: HTML of the feedback}; `right`, `partly`, `wrong`, `after` (always shown): HTML of the general feedback.
    `source`: where that is written: "C138, art. 3(1)".
    """

    question = models.ForeignKey(Question, models.CASCADE, related_name="texts")
    language = models.CharField(max_length=8)
    stem = models.TextField(_("question"))
    options = models.JSONField(default=dict, blank=True)
    accepted = models.JSONField(default=dict, blank=True)
    replies = models.JSONField(default=dict, blank=True)
    right = models.TextField(blank=True)
    partly = models.TextField(blank=True)
    wrong = models.TextField(blank=True)
    after = models.TextField(blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "language"], name="a_question_has_one_text_a_language")]

    def __str__(self) -> str:
        return f"{self.question_id} {self.language}"

    def as_data(self) -> dict[str, Any]:
        """Return the words as plain values: what a version keeps."""
        names = ("stem", "options", "accepted", "replies", "right", "partly", "wrong", "after", "source")
        return {name: getattr(self, name) for name in names}


class QuestionVersion(models.Model):
    """A question as it was asked: never changed once an attempt holds it, except that words in a further language are added.

    `texts`: {language: `QuestionText.as_data()`}.
    """

    question = models.ForeignKey(Question, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    points = models.DecimalField(max_digits=6, decimal_places=2)
    shape = models.JSONField()
    key = models.JSONField()
    texts = models.JSONField()
    made_at = models.DateTimeField()
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "number"], name="a_question_version_has_its_number")]

    def __str__(self) -> str:
        return f"{self.question_id} v{self.number}"


class QuestionFile(models.Model):
    """A picture inside a question's words, which name it `@@PLUGINFILE@@/name` (Moodle's way)."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    question = models.ForeignKey(Question, models.CASCADE, related_name="files")
    name = models.CharField(max_length=200)
    file = models.FileField(upload_to="questions/", max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "name"], name="a_question_names_a_file_once")]

    def __str__(self) -> str:
        return self.name
