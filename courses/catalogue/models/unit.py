"""Units: a reading, a video, a link, a discussion. Later kinds are one more class here or in a room above."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail_localize.fields import SynchronizedField

from content.blocks.body import BodyBlock
from content.blocks.field import StreamField
from content.blocks.media import VideoBlock
from content.pages.models import BasePage
from courses.catalogue.choices import Completes
from courses.catalogue.models.conditions import ConditionsBlock
from courses.catalogue.weighing import text_bytes, video_bytes


class Unit(BasePage):
    """The smallest thing one opens. Its weight is measured when it is saved, so that a list of units need not read their texts.

    `completes`: empty means as its kind has it (`own_completion`). `release`: what must hold before it opens.
    """

    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    is_required = models.BooleanField(_("required to complete the course"), default=True)
    completes = models.CharField(_("done"), max_length=8, choices=Completes.choices, blank=True)
    release = StreamField(ConditionsBlock(), verbose_name=_("opens"), blank=True)
    text_bytes = models.PositiveIntegerField(default=0, editable=False)
    video_bytes = models.PositiveBigIntegerField(default=0, editable=False)
    is_weight_about = models.BooleanField(default=False, editable=False)

    kind = _("unit")
    icon = "text"
    own_completion = Completes.MARKED
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("minutes"),
        FieldRowPanel([FieldPanel("is_required"), FieldPanel("completes")]),
        FieldPanel("release"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name) for name in ("minutes", "is_required", "completes", "release")),
    ]
    parent_page_types = ["courses.ModulePage"]
    subpage_types: list[str] = []

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        """Measure, then save."""
        self.weigh()
        super().save(*args, **kwargs)

    def weigh(self) -> None:
        """Measure what reading it and watching it costs."""
        self.text_bytes = text_bytes([self.lead, *self._streams()])
        self.video_bytes, self.is_weight_about = video_bytes(self._streams())

    @property
    def completion(self) -> str:
        """Return what makes it done: one of `Completes`."""
        return self.completes or self.own_completion

    def _streams(self) -> list:
        """Return the fields of blocks that this kind of unit has."""
        return [getattr(self, name) for name in ("body", "video") if hasattr(self, name)]


class ReadingPage(Unit):
    """A text to read."""

    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    kind = _("reading")
    content_panels = [*Unit.content_panels, FieldPanel("body")]
    template = "courses/reading_page.html"

    class Meta:
        verbose_name = _("reading")


class VideoPage(Unit):
    """A video to watch, or its text to read."""

    video = StreamField([("video", VideoBlock())], verbose_name=_("video"), blank=True, max_num=1)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    kind = _("video")
    icon = "play"
    content_panels = [*Unit.content_panels, FieldPanel("video"), FieldPanel("body")]
    template = "courses/video_page.html"

    class Meta:
        verbose_name = _("video")


class LinkPage(Unit):
    """Something to read elsewhere."""

    address = models.URLField(_("address"), max_length=500)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    kind = _("link")
    icon = "next"
    content_panels = [*Unit.content_panels, FieldPanel("address"), FieldPanel("body")]
    template = "courses/link_page.html"

    class Meta:
        verbose_name = _("link")


class DiscussionPage(Unit):
    """Something to talk about; done when the learner has written often enough."""

    has_forum = True  # the forums open one for it when it is published

    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    posts_min = models.PositiveSmallIntegerField(_("messages to write"), default=1)

    kind = _("discussion")
    icon = "reply"
    own_completion = Completes.POSTED
    content_panels = [*Unit.content_panels, FieldPanel("body"), FieldPanel("posts_min")]
    override_translatable_fields = [*Unit.override_translatable_fields, SynchronizedField("posts_min")]
    template = "courses/discussion_page.html"

    class Meta:
        verbose_name = _("discussion")
        constraints = [models.CheckConstraint(condition=models.Q(posts_min__gte=1), name="a_discussion_asks_for_a_message")]
