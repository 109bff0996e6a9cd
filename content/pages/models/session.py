"""A session of a conference and its concept note."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail_localize.fields import SynchronizedField, TranslatableField

from content.blocks.body import BodyBlock
from content.blocks.field import StreamField
from content.pages.models.base import BasePage


class SessionPage(BasePage):
    """One session: event, place, when, and the concept note as body. Date and times stay empty where the source does not say them."""

    event = models.CharField(_("event"), max_length=250, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    starts_on = models.DateField(_("date"), null=True, blank=True)
    starts_at_time = models.TimeField(_("from"), null=True, blank=True)
    ends_at_time = models.TimeField(_("until"), null=True, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, blank=True)
    date_as_written = models.CharField(_("date as the source writes it"), max_length=120, blank=True)
    note = StreamField(BodyBlock(), verbose_name=_("concept note"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("event"),
                FieldPanel("place"),
                FieldPanel("starts_on"),
                FieldPanel("starts_at_time"),
                FieldPanel("ends_at_time"),
                FieldPanel("time_zone"),
                FieldPanel("date_as_written"),
            ],
            heading=_("When and where"),
        ),
        FieldPanel("note"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("starts_on"),
        SynchronizedField("starts_at_time"),
        SynchronizedField("ends_at_time"),
        SynchronizedField("time_zone"),
        TranslatableField("date_as_written"),
    ]
    template = "content/session_page.html"
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("session")
