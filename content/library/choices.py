"""Words of the library's address and page."""

from django.db import models
from django.utils.translation import gettext_lazy as _

FACETS = ("region", "country", "group", "theme", "target", "instrument", "modality", "sector", "year", "language", "adapted")
NAMES = {
    "region": _("Region"),
    "country": _("Country"),
    "group": _("Group of countries"),
    "theme": _("Theme"),
    "target": _("SDG target"),
    "instrument": _("Instrument"),
    "modality": _("Modality"),
    "sector": _("Sector or supply chain"),
    "year": _("Year"),
    "language": _("Language of the text"),
    "adapted": _("Adapted"),
}


class Sort(models.TextChoices):
    """In which order practices are listed."""

    RELEVANCE = "relevance", _("best match first")
    NEWEST = "newest", _("newest first")
    TITLE = "title", _("by title")
