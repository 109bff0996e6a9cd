"""Editors' screens of the taxonomy: one edit of a name or of a group's members shows everywhere."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from content.taxonomy.models import Country, CountryGroup, Instrument, Region, SdgTarget, Theme
from content.taxonomy.permissions import EDITORS, grant

NAMES = ["name_en", "name_pt", "name_pt_br", "name_es", "name_fr"]
NAME_PANEL = MultiFieldPanel([FieldPanel(name) for name in NAMES], heading=_("Name"))


class _Rows(SnippetViewSet):
    """What the screens of all models share."""

    search_fields = NAMES
    list_per_page = 50
    copy_view_enabled = False
    beside: tuple[str, ...] = ()  # rows of other models that a list names

    def get_queryset(self, request: HttpRequest) -> Any:
        """Return the rows with what stands beside them, in one question."""
        return self.model._default_manager.select_related(*self.beside) if self.beside else None


class Themes(_Rows):
    """Themes, in their facets."""

    model = Theme
    icon = "tag"
    list_display = ["name", "facet", "slug"]
    list_filter = ["facet"]
    panels = [
        NAME_PANEL,
        FieldRowPanel([FieldPanel("slug"), FieldPanel("facet"), FieldPanel("parent"), FieldPanel("position")]),
        MultiFieldPanel([FieldPanel(f"scope_{code}") for code in ("en", "pt", "es", "fr")], heading=_("What it covers")),
        FieldPanel("synonyms"),
        FieldPanel("targets"),
        FieldPanel("instruments"),
    ]


class Groups(_Rows):
    """Groups of countries and who belongs to them."""

    model = CountryGroup
    icon = "group"
    list_display = ["name", "as_of", "slug"]
    panels = [
        NAME_PANEL,
        FieldRowPanel([FieldPanel("slug"), FieldPanel("as_of"), FieldPanel("source")]),
        FieldPanel("note"),
        FieldPanel("members"),
    ]


class Countries(_Rows):
    """Countries and where they lie."""

    model = Country
    icon = "globe"
    list_display = ["name", "iso2", "region"]
    beside = ("region",)
    list_filter = ["ilo_region"]
    panels = [
        NAME_PANEL,
        FieldRowPanel([FieldPanel("iso2"), FieldPanel("iso3"), FieldPanel("numeric")]),
        FieldRowPanel([FieldPanel("region"), FieldPanel("ilo_region")]),
    ]


class Regions(_Rows):
    """The tree of regions."""

    model = Region
    icon = "site"
    list_display = ["name", "code", "level", "parent"]
    beside = ("parent",)
    panels = [NAME_PANEL, FieldRowPanel([FieldPanel(name) for name in ("code", "slug", "level", "parent", "position")])]


class Targets(_Rows):
    """Targets of the Sustainable Development Goals."""

    model = SdgTarget
    icon = "crosshairs"
    list_display = ["code", "name"]
    panels = [NAME_PANEL, FieldRowPanel([FieldPanel("code"), FieldPanel("goal"), FieldPanel("position")])]


class Instruments(_Rows):
    """Conventions and other texts."""

    model = Instrument
    icon = "doc-full"
    list_display = ["code", "name", "kind", "in_force_on"]
    list_filter = ["kind"]
    panels = [
        NAME_PANEL,
        FieldRowPanel([FieldPanel("code"), FieldPanel("kind"), FieldPanel("number"), FieldPanel("category")]),
        FieldRowPanel([FieldPanel("adopted_on"), FieldPanel("in_force_on"), FieldPanel("address"), FieldPanel("position")]),
    ]


class TaxonomyGroup(SnippetViewSetGroup):
    """All of them, below one entry of the menu."""

    menu_label = _("Themes and countries")
    menu_icon = "tag"
    menu_order = 260
    items: Any = (Themes, Groups, Countries, Regions, Targets, Instruments)


register_snippet(TaxonomyGroup)


@hooks.register("setup_steps")
def steps() -> list[tuple[int, str, Callable[[datetime], str | None]]]:
    """Return the step of `manage.py setup`: editors may change the taxonomy."""
    return [(25, str(_("Who may edit themes and countries")), lambda now: f"{EDITORS} may" if grant() else None)]
