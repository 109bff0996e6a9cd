"""Regions, countries and their groups, themes, targets, instruments: rows with a name in each language."""

from typing import Any, Self

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from content.taxonomy.choices import Facet, IloRegion, InstrumentKind, RegionLevel, column


class NamedQuerySet(models.QuerySet[Any]):
    """Rows that have names."""

    def in_order(self) -> Self:
        """Return them as a reader expects them: by place where the rows have one, else by name in the active language."""
        fields = {field.name for field in self.model._meta.fields}
        return self.order_by(*(["position", "pk"] if "position" in fields else [column(get_language() or "en"), "pk"]))


class Named(models.Model):
    """A name in each language; English is always there, an empty one falls back on its neighbour."""

    name_en = models.CharField(_("English"), max_length=200)
    name_pt = models.CharField(_("Portuguese"), max_length=200, blank=True)
    name_pt_br = models.CharField(_("Portuguese of Brazil, where it differs"), max_length=200, blank=True)
    name_es = models.CharField(_("Spanish"), max_length=200, blank=True)
    name_fr = models.CharField(_("French"), max_length=200, blank=True)

    objects = NamedQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the active language."""
        return self.name_in(get_language() or "en")

    def name_in(self, language: str) -> str:
        """Return the name in this language: `pt-br` falls back on `pt`, all on English."""
        own = getattr(self, column(language))
        return own or (self.name_pt if language.lower().startswith("pt") else "") or self.name_en


class Region(Named):
    """A region of the United Nations' M49 tree, below its parent."""

    code = models.CharField(_("M49 code"), max_length=3, unique=True, validators=[RegexValidator(r"^\d{3}$")])
    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    level = models.CharField(_("level"), max_length=12, choices=RegionLevel.choices)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("part of"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(level__in=RegionLevel.values), name="a_region_has_a_known_level"),
            models.CheckConstraint(condition=~Q(pk=models.F("parent")), name="a_region_is_not_its_own_part"),
        ]


class Country(Named):
    """A country of ISO 3166, in the lowest region that holds it."""

    iso2 = models.CharField(_("ISO code, two letters"), max_length=2, unique=True, validators=[RegexValidator(r"^[A-Z]{2}$")])
    iso3 = models.CharField(_("ISO code, three letters"), max_length=3, unique=True, validators=[RegexValidator(r"^[A-Z]{3}$")])
    numeric = models.CharField(_("M49 code"), max_length=3, unique=True, validators=[RegexValidator(r"^\d{3}$")])
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="countries", verbose_name=_("region"))
    ilo_region = models.CharField(_("region of the ILO"), max_length=20, choices=IloRegion.choices)

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["iso2"]
        constraints = [models.CheckConstraint(condition=Q(ilo_region__in=IloRegion.values), name="a_country_has_a_known_ilo_region")]


class CountryGroup(Named):
    """A community of countries, its members as they were on a day."""

    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    as_of = models.DateField(_("members as of"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=250, blank=True)
    note = models.TextField(_("note for editors"), blank=True)
    members = models.ManyToManyField(Country, related_name="groups", blank=True, verbose_name=_("members"))

    class Meta:
        verbose_name = _("group of countries")
        verbose_name_plural = _("groups of countries")
        ordering = ["slug"]


class SdgTarget(Named):
    """A target of the Sustainable Development Goals; its name is our short wording, not the official text."""

    code = models.CharField(_("target"), max_length=5, unique=True, validators=[RegexValidator(r"^\d{1,2}\.[0-9a-z]{1,2}$")])
    goal = models.PositiveSmallIntegerField(_("goal"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("SDG target")
        verbose_name_plural = _("SDG targets")
        ordering = ["position", "pk"]
        constraints = [models.CheckConstraint(condition=Q(goal__gte=1, goal__lte=17), name="a_target_belongs_to_one_of_17_goals")]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Instrument(Named):
    """A convention or another text that binds or guides states; its name is its title."""

    code = models.SlugField(_("code"), max_length=10, unique=True)
    kind = models.CharField(_("kind"), max_length=14, choices=InstrumentKind.choices)
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    adopted_on = models.DateField(_("adopted"), null=True, blank=True)
    in_force_on = models.DateField(_("in force"), null=True, blank=True)
    category = models.CharField(_("category"), max_length=30, blank=True)
    address = models.URLField(_("address"), max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("instrument")
        verbose_name_plural = _("instruments")
        ordering = ["position", "pk"]
        constraints = [models.CheckConstraint(condition=Q(kind__in=InstrumentKind.values), name="an_instrument_is_of_a_known_kind")]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Theme(Named):
    """What a practice is about, in one of four facets; a theme may stand below another."""

    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    facet = models.CharField(_("facet"), max_length=10, choices=Facet.choices)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("part of"))
    scope_en = models.TextField(_("what it covers, English"), blank=True)
    scope_pt = models.TextField(_("what it covers, Portuguese"), blank=True)
    scope_es = models.TextField(_("what it covers, Spanish"), blank=True)
    scope_fr = models.TextField(_("what it covers, French"), blank=True)
    synonyms = models.TextField(_("other words for it"), blank=True, help_text=_("One a line, in any language."))
    targets = models.ManyToManyField(SdgTarget, related_name="themes", blank=True, verbose_name=_("SDG targets"))
    instruments = models.ManyToManyField(Instrument, related_name="themes", blank=True, verbose_name=_("instruments"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(facet__in=Facet.values), name="a_theme_has_a_known_facet"),
            models.CheckConstraint(condition=~Q(pk=models.F("parent")), name="a_theme_is_not_its_own_part"),
        ]

    @property
    def scope(self) -> str:
        """What it covers, in the active language or in English."""
        language = (get_language() or "en").split("-")[0]
        return getattr(self, column(language, "scope"), "") or self.scope_en
