"""The doors: the first page of each language, and pages that gather others."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from content.blocks.body import BodyBlock
from content.blocks.field import StreamField
from content.pages.models.base import BasePage
from content.pages.own import OwnField


class HomePage(BasePage):
    """The first page of one language."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    override_translatable_fields = [*BasePage.override_translatable_fields[1:], OwnField("slug")]
    parent_page_types = ["wagtailcore.Page"]
    max_count = len(settings.WAGTAIL_CONTENT_LANGUAGES)
    template = "content/home_page.html"

    class Meta:
        verbose_name = _("home page")


class SectionPage(BasePage):
    """A page that gathers the pages below it."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    template = "content/section_page.html"

    class Meta:
        verbose_name = _("section")
