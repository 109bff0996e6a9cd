"""Words of the taxonomy, and the languages in which its names are kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _

LANGUAGES = ("en", "pt", "pt-br", "es", "fr")


def column(language: str, stem: str = "name") -> str:
    """Return the column of a text in this language: `name_pt_br` for `pt-br`; English for a language that has none."""
    code = language.lower() if language.lower() in LANGUAGES else language.lower().split("-")[0]
    return f"{stem}_{(code if code in LANGUAGES else 'en').replace('-', '_')}"


class Facet(models.TextChoices):
    """What a theme says about a practice."""

    ISSUE = "issue", _("issue")
    POPULATION = "population", _("people concerned")
    RESPONSE = "response", _("response")
    ENABLER = "enabler", _("what makes it possible")


class RegionLevel(models.TextChoices):
    """How far down the tree of regions."""

    WORLD = "world", _("world")
    REGION = "region", _("region")
    SUBREGION = "subregion", _("subregion")
    INTERMEDIATE = "intermediate", _("intermediate region")


class IloRegion(models.TextChoices):
    """The regions of the International Labour Organization."""

    AFRICA = "africa", _("Africa")
    AMERICAS = "americas", _("Americas")
    ARAB_STATES = "arab-states", _("Arab States")
    ASIA_PACIFIC = "asia-pacific", _("Asia and the Pacific")
    EUROPE_CENTRAL_ASIA = "europe-central-asia", _("Europe and Central Asia")


class InstrumentKind(models.TextChoices):
    """What sort of text an instrument is."""

    CONVENTION = "convention", _("convention")
    PROTOCOL = "protocol", _("protocol")
    RECOMMENDATION = "recommendation", _("recommendation")
    TREATY = "treaty", _("treaty")
    DECLARATION = "declaration", _("declaration")
    PRINCIPLES = "principles", _("principles")
