"""Courses."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail_localize.fields import SynchronizedField

from content.blocks.body import BodyBlock
from content.blocks.field import StreamField
from content.pages.models import BasePage


class CoursePage(BasePage):
    """A course; who may read it is asked of `content.audience` by its translation key.

    It is complete when every required unit is done and, where given, the quizzes together reach `pass_percent` and `posts_min` messages
    were written in its discussions.
    """

    audience_text = models.CharField(_("for whom"), max_length=300, blank=True)
    weeks = models.PositiveSmallIntegerField(_("weeks"), null=True, blank=True)
    hours = models.PositiveSmallIntegerField(_("hours"), null=True, blank=True)
    pass_percent = models.PositiveSmallIntegerField(
        _("per cent needed in the quizzes together"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    posts_min = models.PositiveSmallIntegerField(_("messages to write in the discussions"), default=0)
    body = StreamField(BodyBlock(), verbose_name=_("about the course"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("audience_text"),
        FieldRowPanel([FieldPanel("weeks"), FieldPanel("hours")]),
        FieldPanel("body"),
        FieldRowPanel([FieldPanel("pass_percent"), FieldPanel("posts_min")], heading=_("To complete the course")),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name) for name in ("weeks", "hours", "pass_percent", "posts_min")),
    ]
    subpage_types = ["courses.ModulePage"]
    template = "courses/course_page.html"

    class Meta:
        verbose_name = _("course")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pass_percent=None) | models.Q(pass_percent__gte=1, pass_percent__lte=100),
                name="a_course_asks_for_a_per_cent",
            )
        ]
