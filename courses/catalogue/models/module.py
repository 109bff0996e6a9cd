"""Modules: what a course is woven from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField

from content.blocks.body import BodyBlock
from content.blocks.field import StreamField
from content.blocks.media import VideoBlock, VideoPlace
from content.pages.models import BasePage
from courses.catalogue.models.conditions import ConditionsBlock


class ModulePage(BasePage):
    """A module: aims, outcomes, hours, introductory text, videos, activities, further reading, standards, discussion."""

    has_forum = True  # the forums open one for it when it is published

    hours = models.PositiveSmallIntegerField(_("hours"), null=True, blank=True)
    release = StreamField(ConditionsBlock(), verbose_name=_("opens"), blank=True)
    aims = StreamField([("aim", blocks.CharBlock(max_length=300))], verbose_name=_("aims"), blank=True)
    outcomes = StreamField([("outcome", blocks.CharBlock(max_length=300))], verbose_name=_("outcomes"), blank=True)
    intro = StreamField(BodyBlock(), verbose_name=_("introductory text"), blank=True)
    videos = StreamField([("video", VideoBlock())], verbose_name=_("videos"), blank=True)
    activities = StreamField([("activity", blocks.CharBlock(max_length=300))], verbose_name=_("activities"), blank=True)
    reading = StreamField(BodyBlock(), verbose_name=_("further reading"), blank=True)
    standards = models.CharField(
        _("standards"), max_length=300, blank=True, help_text=_("Conventions and other instruments, by their number: C138, C182.")
    )
    forum_text = StreamField(BodyBlock(), verbose_name=_("discussion"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("hours"),
        FieldPanel("aims"),
        FieldPanel("outcomes"),
        FieldPanel("intro"),
        FieldPanel("videos"),
        FieldPanel("activities"),
        FieldPanel("reading"),
        FieldPanel("standards"),
        FieldPanel("forum_text"),
        FieldPanel("release"),
    ]
    override_translatable_fields = [*BasePage.override_translatable_fields, SynchronizedField("hours"), SynchronizedField("release")]
    parent_page_types = ["courses.CoursePage"]
    subpage_types = ["courses.ReadingPage", "courses.VideoPage", "courses.LinkPage", "courses.DiscussionPage", "courses.QuizPage"]
    template = "courses/module_page.html"

    class Meta:
        verbose_name = _("module")

    @property
    def aims_as_lead(self) -> str:
        """Return the aims as sentences: what stands below the title where no lead was written."""
        return " ".join(f"{str(block.value).rstrip('.')}." for block in self.aims)

    @property
    def is_playable(self) -> bool:
        """Whether one of the videos is there to be watched."""
        return any(block.value.get("place") != VideoPlace.NONE for block in self.videos)
