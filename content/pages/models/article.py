"""Plain pages, among them the standing texts: terms, privacy, accessibility, contact."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField

from content.blocks.body import BodyBlock
from content.blocks.field import StreamField
from content.pages.choices import NoticeKind
from content.pages.models.base import BasePage


class ArticlePage(BasePage):
    """A text with a title. One of each kind of notice stands on every site."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    notice = models.CharField(_("standing text"), max_length=14, choices=NoticeKind.choices, default=NoticeKind.NONE, blank=True)
    notice_version = models.CharField(
        _("version"), max_length=20, blank=True, help_text=_("Terms and privacy notice: a new version asks every member again.")
    )

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    settings_panels = [FieldPanel("notice"), FieldPanel("notice_version"), *BasePage.settings_panels]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("notice"),
        SynchronizedField("notice_version"),
    ]
    template = "content/article_page.html"
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("article")
