"""What hangs on a practice: countries, themes, amounts, contacts … Rows of one language's page, kept the same in all of them."""

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin

from content.blocks.checks import check_address
from content.media.models import Paper, Picture
from content.practices.choices import Role
from content.taxonomy.models import Country, Instrument, SdgTarget, Theme
from content.taxonomy.sorting import NamedSelect

PRACTICE = "content.PracticePage"


class PracticeCountry(Orderable):
    """A country that takes part, and as what."""

    page = ParentalKey(PRACTICE, on_delete=models.CASCADE, related_name="country_roles")
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="+", verbose_name=_("country"))
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.TAKING_PART)

    panels = [FieldRowPanel([FieldPanel("country", widget=NamedSelect), FieldPanel("role")])]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(condition=Q(role__in=Role.values), name="a_country_has_a_known_role"),
            models.UniqueConstraint(fields=["page", "country", "role"], name="a_country_has_each_role_once"),
        ]


class PracticeTheme(Orderable):
    """A theme of the practice."""

    page = ParentalKey(PRACTICE, on_delete=models.CASCADE, related_name="theme_links")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="+", verbose_name=_("theme"))

    panels = [FieldPanel("theme", widget=NamedSelect)]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "theme"], name="a_practice_has_each_theme_once")]


class PracticeTarget(Orderable):
    """A target to which the practice contributes."""

    page = ParentalKey(PRACTICE, on_delete=models.CASCADE, related_name="target_links")
    target = models.ForeignKey(SdgTarget, on_delete=models.PROTECT, related_name="+", verbose_name=_("SDG target"))

    panels = [FieldPanel("target", widget=NamedSelect)]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "target"], name="a_practice_has_each_target_once")]


class PracticeInstrument(Orderable):
    """A convention or another text on which the practice stands."""

    page = ParentalKey(PRACTICE, on_delete=models.CASCADE, related_name="instrument_links")
    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="+", verbose_name=_("instrument"))

    panels = [FieldPanel("instrument", widget=NamedSelect)]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "instrument"], name="a_practice_has_each_instrument_once")]


class PracticeAmount(Orderable):
    """Money that was given, and by whom."""

    page = ParentalKey(PRACTICE, on_delete=models.CASCADE, related_name="amounts")
    amount = models.DecimalField(_("amount"), max_digits=15, decimal_places=2, validators=[MinValueValidator(0)])
    currency = models.CharField(
        _("currency"), max_length=3, default="USD", validators=[RegexValidator(r"^[A-Z]{3}$")], help_text=_("Three letters: USD, EUR, BRL.")
    )
    source = models.CharField(_("source"), max_length=250, blank=True)

    panels = [FieldRowPanel([FieldPanel("amount"), FieldPanel("currency"), FieldPanel("source")])]

    class Meta(Orderable.Meta):
        constraints = [models.CheckConstraint(condition=Q(amount__gte=0), name="an_amount_is_not_below_zero")]


class PracticeContact(Orderable):
    """Somebody, or better an office, to ask; `confirmed_on` is the day on which it last answered."""

    page = ParentalKey(PRACTICE, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(_("name"), max_length=250, blank=True)
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("Prefer an office’s address; a person’s needs her consent."))
    address = models.URLField(_("site"), max_length=500, blank=True)
    confirmed_on = models.DateField(_("last confirmed"), null=True, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("email")]),
        FieldRowPanel([FieldPanel("address"), FieldPanel("confirmed_on")]),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="", email="", address=""),
                name="a_contact_says_something",
                violation_error_message=_("Give a name, an e-mail address or a site."),
            )
        ]


class PracticeMaterial(Orderable):
    """Something to read or watch: a link or a document of ours."""

    page = ParentalKey(PRACTICE, on_delete=models.CASCADE, related_name="materials")
    title = models.CharField(_("title"), max_length=250, blank=True)
    address = models.CharField(_("address"), max_length=500, blank=True, validators=[check_address])
    document = models.ForeignKey(Paper, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("document"))

    panels = [FieldPanel("title"), FieldRowPanel([FieldPanel("address"), FieldPanel("document")])]


class PracticePicture(Orderable):
    """A picture, with what it shows for those who cannot see it (in the original's language)."""

    page = ParentalKey(PRACTICE, on_delete=models.CASCADE, related_name="pictures")
    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="+", verbose_name=_("picture"))
    alt = models.CharField(_("what it shows"), max_length=250, blank=True)

    panels = [FieldPanel("picture"), FieldPanel("alt")]


class Acronym(TranslatableMixin, Orderable):
    """Letters used in the text, and what they stand for; translators are asked for both, since OIT is ILO in English."""

    page = ParentalKey(PRACTICE, on_delete=models.CASCADE, related_name="acronyms")
    short = models.CharField(_("acronym"), max_length=30)
    meaning = models.CharField(_("meaning"), max_length=250)

    panels = [FieldRowPanel([FieldPanel("short"), FieldPanel("meaning")])]

    class Meta(Orderable.Meta):
        unique_together = [("translation_key", "locale")]
        constraints = [models.UniqueConstraint(fields=["page", "short"], name="an_acronym_is_explained_once")]
