"""Courses."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail_localize.fields import SynchronizedField

from content.blocks.body import BodyBlock
from content.blocks.field import StreamField
from content.pages.models import BasePage


class CoursePage(BasePage):
    """A course; who may read it is asked of `content.audience` by its translation key."""

    audience_text = models.CharField(_("for whom"), max_length=300, blank=True)
    weeks = models.PositiveSmallIntegerField(_("weeks"), null=True, blank=True)
    hours = models.PositiveSmallIntegerField(_("hours"), null=True, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("about the course"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("audience_text"),
        FieldRowPanel([FieldPanel("weeks"), FieldPanel("hours")]),
        FieldPanel("body"),
    ]
    override_translatable_fields = [*BasePage.override_translatable_fields, SynchronizedField("weeks"), SynchronizedField("hours")]
    subpage_types = ["courses.ModulePage"]
    template = "courses/course_page.html"

    class Meta:
        verbose_name = _("course")
