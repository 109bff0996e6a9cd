"""What every page has: a lead, and where its text comes from."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from content.audience.panels import access_panel
from content.pages.choices import Rendering
from content.pages.models.asked import AskedPanel
from content.pages.models.form import PageCopyForm, PageForm
from content.pages.own import OwnField

PROVENANCE = ("original_language", "rendering", "translator", "translated_version", "is_source_held", "review_by_on")


class BasePage(Page):
    """A page with provenance. Wagtail's privacy per page is off: access is one answer for all languages (`content.audience`)."""

    lead = models.TextField(_("lead"), blank=True, help_text=_("One or two sentences below the title."))
    original_language = models.CharField(
        _("original language"), max_length=12, blank=True, help_text=_("Empty: the language of this page.")
    )
    rendering = models.CharField(_("status of this text"), max_length=12, choices=Rendering.choices, default=Rendering.ORIGINAL)
    translator = models.CharField(_("translator"), max_length=200, blank=True)
    translated_version = models.CharField(_("version translated"), max_length=60, blank=True)
    is_source_held = models.BooleanField(_("we hold the original"), default=True)
    review_by_on = models.DateField(_("review by"), null=True, blank=True)

    base_form_class = PageForm
    copy_form_class = PageCopyForm
    private_page_options: list[str] = []
    search_fields = [*Page.search_fields, index.SearchField("lead")]
    content_panels = [AskedPanel(heading=_("From the document")), *Page.content_panels, FieldPanel("lead")]
    provenance_panel = MultiFieldPanel([FieldPanel(name) for name in PROVENANCE], heading=_("Where the text comes from"))
    settings_panels = [access_panel, provenance_panel, *Page.settings_panels]
    override_translatable_fields = [SynchronizedField("slug", overridable=False), *(OwnField(name) for name in PROVENANCE)]

    class Meta:
        abstract = True

    @property
    def is_translation(self) -> bool:
        """Whether this text renders another one."""
        return self.rendering != Rendering.ORIGINAL

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """Return none, without asking: they are per language; `content.audience` answers for all languages at once."""
        return PageViewRestriction.objects.none()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what other rooms know of this page (`page_context`) and what they show below it (`page_extra`)."""
        context = super().get_context(request, *args, **kwargs)
        for tell in hooks.get_hooks("page_context"):
            context.update(tell(request, self))
        context["extras"] = [html for show in hooks.get_hooks("page_extra") if (html := show(request, self))]
        return context
