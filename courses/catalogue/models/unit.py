"""Units: a reading, a video, a link. Later kinds are one more class here or in a room above."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField

from content.blocks.body import BodyBlock
from content.blocks.field import StreamField
from content.blocks.media import VideoBlock
from content.pages.models import BasePage
from courses.catalogue.weighing import text_bytes, video_bytes


class Unit(BasePage):
    """The smallest thing one opens. Its weight is measured when it is saved, so that a list of units need not read their texts."""

    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    text_bytes = models.PositiveIntegerField(default=0, editable=False)
    video_bytes = models.PositiveBigIntegerField(default=0, editable=False)
    is_weight_about = models.BooleanField(default=False, editable=False)

    kind = _("unit")
    icon = "text"
    content_panels = [*BasePage.content_panels, FieldPanel("minutes")]
    override_translatable_fields = [*BasePage.override_translatable_fields, SynchronizedField("minutes")]
    parent_page_types = ["courses.ModulePage"]
    subpage_types: list[str] = []

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        """Measure, then save."""
        self.text_bytes = text_bytes([self.lead, *self._streams()])
        self.video_bytes, self.is_weight_about = video_bytes(self._streams())
        super().save(*args, **kwargs)

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
