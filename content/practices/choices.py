"""Words of the record, and the form that it answers."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a country does in a practice."""

    OFFERING = "offering", _("offering")
    REQUESTING = "requesting", _("requesting")
    FACILITATING = "facilitating", _("facilitating")
    TAKING_PART = "taking-part", _("taking part")


class Modality(models.TextChoices):
    """Who works with whom."""

    SOUTH_SOUTH = "south-south", _("South-South")
    TRIANGULAR = "triangular", _("triangular")
    REGIONAL = "regional", _("regional")
    INTERREGIONAL = "interregional", _("interregional")
    FRAGILE_TO_FRAGILE = "fragile-to-fragile", _("fragile-to-fragile")
    CITY_TO_CITY = "city-to-city", _("city-to-city")


class Sector(models.TextChoices):
    """The sector or supply chain in which children work or might."""

    SEVERAL = "several", _("several sectors")
    AGRICULTURE = "agriculture", _("agriculture and livestock")
    FISHING = "fishing", _("fishing")
    FORESTRY = "forestry", _("forestry and charcoal")
    MINING = "mining", _("mining and quarries")
    MANUFACTURING = "manufacturing", _("manufacturing")
    TEXTILES = "textiles", _("textiles and clothing")
    CONSTRUCTION = "construction", _("construction and brickmaking")
    TRADE = "trade", _("trade and street work")
    TOURISM = "tourism", _("tourism and catering")
    TRANSPORT = "transport", _("transport")
    WASTE = "waste", _("waste and recycling")
    DOMESTIC = "domestic", _("domestic work")
    DIGITAL = "digital", _("digital work")


class Licence(models.TextChoices):
    """Under which licence of Creative Commons others may use the text."""

    BY = "CC-BY-4.0", "CC BY 4.0"
    BY_SA = "CC-BY-SA-4.0", "CC BY-SA 4.0"
    BY_NC = "CC-BY-NC-4.0", "CC BY-NC 4.0"
    BY_NC_SA = "CC-BY-NC-SA-4.0", "CC BY-NC-SA 4.0"
    BY_ND = "CC-BY-ND-4.0", "CC BY-ND 4.0"
    BY_NC_ND = "CC-BY-NC-ND-4.0", "CC BY-NC-ND 4.0"
    BY_IGO = "CC-BY-3.0-IGO", "CC BY 3.0 IGO"
    ZERO = "CC0-1.0", "CC0 1.0"


LICENCES = {
    Licence.BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.BY_NC: "https://creativecommons.org/licenses/by-nc/4.0/",
    Licence.BY_NC_SA: "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    Licence.BY_ND: "https://creativecommons.org/licenses/by-nd/4.0/",
    Licence.BY_NC_ND: "https://creativecommons.org/licenses/by-nc-nd/4.0/",
    Licence.BY_IGO: "https://creativecommons.org/licenses/by/3.0/igo/",
    Licence.ZERO: "https://creativecommons.org/publicdomain/zero/1.0/",
}


@dataclass(frozen=True)
class Asked:
    """One question of the form: `key` is the field of the page, or the relation where `kind` says so."""

    key: str
    label: Any
    kind: str  # line · text · prose · countries · amounts · contacts · materials · themes · targets · instruments · choice · years
    is_required: bool = True
    criterion: str = ""
    words: tuple[int, int] = (0, 0)
    longest: int = 0  # characters


PROSE_WORDS = (40, 180)
SUMMARY_WORDS = 60
FORM = (
    Asked("title", _("Good practice"), "line", longest=200),
    Asked("author", _("Author’s name"), "line", longest=250),
    Asked("institution", _("Institution"), "line", longest=250),
    Asked("country_roles", _("Countries involved"), "countries"),
    Asked("objectives", _("South-South objective(s)"), "prose", criterion="relevance", words=PROSE_WORDS, longest=1500),
    Asked(
        "cooperation",
        _("South-South cooperation between institutions and countries to achieve the objectives"),
        "prose",
        criterion="south_south",
        words=PROSE_WORDS,
        longest=2000,
    ),
    Asked(
        "effectiveness",
        _("Effectiveness of the South-South / peer-learning methodological approach"),
        "prose",
        criterion="effectiveness",
        words=PROSE_WORDS,
        longest=2000,
    ),
    Asked("innovation", _("Innovation"), "prose", criterion="innovation", words=PROSE_WORDS, longest=2500),
    Asked("results", _("South-South results"), "prose", criterion="effectiveness", words=PROSE_WORDS, longest=2500),
    Asked("adaptability", _("South-South adaptability"), "prose", criterion="adaptability", words=PROSE_WORDS, longest=2000),
    Asked("sustainability", _("South-South sustainability"), "prose", criterion="sustainability", words=PROSE_WORDS, longest=2000),
    Asked("funding", _("Funding sources"), "prose", criterion="funding", words=(0, 180), longest=1000),
    Asked("contacts", _("Contact details"), "contacts"),
    Asked("materials", _("Materials and web links"), "materials", is_required=False),
    Asked("summary", _("Summary"), "text", words=(20, SUMMARY_WORDS), longest=700),
    Asked("starts_year", _("Period"), "years"),
    Asked("theme_links", _("Themes"), "themes"),
    Asked("modality", _("Modality"), "choice"),
    Asked("sector", _("Sector or supply chain"), "choice", is_required=False),
    Asked("target_links", _("SDG targets"), "targets", is_required=False),
    Asked("instrument_links", _("Instruments"), "instruments", is_required=False),
    Asked("amounts", _("Amounts"), "amounts", is_required=False),
    Asked("licence", _("Licence"), "choice"),
)
PROSE = tuple(asked.key for asked in FORM if asked.kind == "prose")
# Facts: one for all languages of a practice. Relations and plain fields; whatever is not here is a text of its language.
FACT_LINKS = ("country_roles", "theme_links", "target_links", "instrument_links", "amounts", "contacts", "materials", "pictures")
FACT_FIELDS = ("starts_year", "ends_year", "modality", "sector", "licence", "contacts_consent", "pictures_consent", "is_demonstration")
LINK_LABELS = {
    "country_roles": (_("Countries"), _("country")),
    "theme_links": (_("Themes"), _("theme")),
    "target_links": (_("SDG targets"), _("SDG target")),
    "instrument_links": (_("Instruments"), _("instrument")),
    "amounts": (_("Amounts"), _("amount")),
    "contacts": (_("Contact details"), _("contact")),
    "materials": (_("Materials and web links"), _("material")),
    "pictures": (_("Pictures"), _("picture")),
}
