"""A quiz is a unit; what it asks is held once for all its languages."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail_localize.fields import SynchronizedField

from content.blocks.body import BodyBlock
from content.blocks.field import StreamField
from courses.assessment.choices import Keeps, Purpose, Review
from courses.catalogue.choices import Completes
from courses.catalogue.models import Unit
from courses.questions.models import Question

SETTINGS = ("attempts_max", "keeps", "review", "minutes_limit", "pass_percent", "is_shuffled", "purpose")


class QuizPage(Unit):
    """A quiz: some words before it, and how it is taken. Its questions hang on its translation key (`QuizItem`).

    `attempts_max` and `minutes_limit`: None is no limit.
    """

    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    attempts_max = models.PositiveSmallIntegerField(_("attempts"), null=True, blank=True, default=3, validators=[MinValueValidator(1)])
    keeps = models.CharField(_("which attempt counts"), max_length=8, choices=Keeps.choices, default=Keeps.BEST)
    review = models.CharField(_("shows what was right"), max_length=8, choices=Review.choices, default=Review.AFTER)
    minutes_limit = models.PositiveSmallIntegerField(_("minutes at most"), null=True, blank=True, validators=[MinValueValidator(1)])
    pass_percent = models.PositiveSmallIntegerField(
        _("per cent needed to pass"), default=60, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    is_shuffled = models.BooleanField(_("questions in another order each time"), default=False)
    purpose = models.CharField(_("what for"), max_length=8, choices=Purpose.choices, default=Purpose.COURSE)

    kind = _("quiz")
    icon = "check"
    own_completion = Completes.PASSED
    content_panels = [
        *Unit.content_panels,
        FieldPanel("body"),
        FieldRowPanel([FieldPanel("attempts_max"), FieldPanel("minutes_limit"), FieldPanel("pass_percent")]),
        FieldRowPanel([FieldPanel("keeps"), FieldPanel("review"), FieldPanel("purpose")]),
        FieldPanel("is_shuffled"),
    ]
    override_translatable_fields = [*Unit.override_translatable_fields, *(SynchronizedField(name) for name in SETTINGS)]
    template = "courses/quiz_page.html"

    class Meta:
        verbose_name = _("quiz")
        constraints = [
            models.CheckConstraint(condition=Q(pass_percent__gte=1, pass_percent__lte=100), name="a_quiz_is_passed_by_a_per_cent"),
            models.CheckConstraint(condition=Q(attempts_max=None) | Q(attempts_max__gte=1), name="a_quiz_can_be_tried"),
            models.CheckConstraint(condition=Q(minutes_limit=None) | Q(minutes_limit__gte=1), name="a_quiz_lasts"),
        ]


class QuizItem(models.Model):
    """At this place the quiz with this translation key asks one question, or draws some from a folder of the bank."""

    quiz_key = models.UUIDField()
    rank = models.PositiveSmallIntegerField()
    question = models.ForeignKey(Question, models.PROTECT, null=True, blank=True, related_name="quiz_items")
    folder = models.CharField(max_length=400, blank=True)
    draw = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["rank", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["quiz_key", "rank"], name="a_quiz_has_one_item_a_place"),
            models.UniqueConstraint(fields=["quiz_key", "question"], condition=Q(question__isnull=False), name="a_quiz_asks_it_once"),
            models.CheckConstraint(
                condition=Q(question__isnull=False, folder="", draw=1) | (Q(question=None, draw__gte=1) & ~Q(folder="")),
                name="a_quiz_item_asks_or_draws",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quiz_key} {self.rank}"
