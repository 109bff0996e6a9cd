"""A good practice in one language."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Case, F, Q, When
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail_localize.fields import SynchronizedField

from content.blocks.checks import RichTextBlock
from content.blocks.field import StreamField
from content.pages.choices import Rendering
from content.pages.models import BasePage
from content.pages.own import OwnField
from content.practices.choices import FACT_FIELDS, FACT_LINKS, LINK_LABELS, PROSE, Licence, Modality, Sector
from content.practices.models.form import FactsPanel, PracticeForm

FEATURES = ["bold", "italic", "ol", "ul", "link"]
YEARS = [MinValueValidator(1950), MaxValueValidator(2100)]


class BuildingBlock(blocks.StructBlock):
    """A part that others can take by itself; its id is its anchor, the same in all languages."""

    title = blocks.CharBlock(label=_("Title"), max_length=200)
    what = RichTextBlock(label=_("What it is"), features=FEATURES)
    needs = RichTextBlock(label=_("What it needs"), features=FEATURES, required=False)
    lessons = RichTextBlock(label=_("Lessons"), features=FEATURES, required=False)

    class Meta:
        icon = "placeholder"
        label = _("Building block")


class PracticePage(BasePage):
    """A practice as the form asks for it: texts in this page's language, facts that are one for all its languages."""

    summary = models.TextField(_("summary"), blank=True, help_text=_("About 60 words, for lists and search."))
    author = models.CharField(_("author’s name"), max_length=250, blank=True)
    institution = models.CharField(_("institution"), max_length=250, blank=True)
    objectives = RichTextField(_("South-South objectives"), blank=True, features=FEATURES)
    cooperation = RichTextField(_("South-South cooperation"), blank=True, features=FEATURES)
    effectiveness = RichTextField(_("effectiveness"), blank=True, features=FEATURES)
    innovation = RichTextField(_("innovation"), blank=True, features=FEATURES)
    results = RichTextField(_("South-South results"), blank=True, features=FEATURES)
    adaptability = RichTextField(_("South-South adaptability"), blank=True, features=FEATURES)
    sustainability = RichTextField(_("South-South sustainability"), blank=True, features=FEATURES)
    funding = RichTextField(_("funding sources"), blank=True, features=FEATURES)
    building_blocks = StreamField([("block", BuildingBlock())], verbose_name=_("building blocks"), blank=True)
    starts_year = models.PositiveSmallIntegerField(_("from"), null=True, blank=True, validators=YEARS)
    ends_year = models.PositiveSmallIntegerField(_("until"), null=True, blank=True, validators=YEARS, help_text=_("Empty: it goes on."))
    modality = models.CharField(_("modality"), max_length=20, choices=Modality.choices, blank=True)
    sector = models.CharField(_("sector or supply chain"), max_length=20, choices=Sector.choices, blank=True)
    licence = models.CharField(_("licence"), max_length=20, choices=Licence.choices, default=Licence.BY)
    contacts_consent = models.BooleanField(_("the contacts agree to be shown"), default=False)
    pictures_consent = models.BooleanField(_("whoever is in the pictures agrees to be shown"), default=False)
    is_demonstration = models.BooleanField(_("made up for demonstration"), default=False)
    withdrawn_reason = models.CharField(_("why it was withdrawn"), max_length=300, blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("author"), FieldPanel("institution")]),
        *(FieldPanel(name) for name in PROSE),
        FieldPanel("building_blocks"),
        InlinePanel("acronyms", heading=_("Acronyms"), label=_("Acronym")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_year"), FieldPanel("ends_year")]),
                FieldRowPanel([FieldPanel("modality"), FieldPanel("sector")]),
                FieldPanel("licence"),
                FieldRowPanel([FieldPanel("contacts_consent"), FieldPanel("pictures_consent")]),
            ],
            heading=_("Facts"),
        ),
        *(FactsPanel(name, heading=heading, label=label) for name, (heading, label) in LINK_LABELS.items()),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name, overridable=False) for name in (*FACT_FIELDS, *FACT_LINKS)),
        OwnField("withdrawn_reason"),
    ]
    base_form_class = PracticeForm
    parent_page_types = ["content.LibraryPage"]
    subpage_types: list[str] = []
    template = "content/practice_page.html"

    class Meta:
        verbose_name = _("good practice")
        verbose_name_plural = _("good practices")
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_year=None) | Q(ends_year=None) | Q(ends_year__gte=F("starts_year")),
                name="a_practice_ends_after_it_begins",
                violation_error_message=_("The last year comes before the first."),
            ),
            models.CheckConstraint(condition=Q(modality__in=["", *Modality.values]), name="a_practice_has_a_known_modality"),
            models.CheckConstraint(condition=Q(sector__in=["", *Sector.values]), name="a_practice_has_a_known_sector"),
            models.CheckConstraint(condition=Q(licence__in=Licence.values), name="a_practice_has_a_known_licence"),
        ]

    def keeper_row(self) -> tuple[int, str] | None:
        """Return id and language of the page that keeps the facts for all languages, None before any is saved. One query.

        A live one before a draft, the original before a translation, the elder before the younger.
        """
        is_translation = Case(When(rendering=Rendering.ORIGINAL, then=0), default=1)
        pages = PracticePage.objects.filter(translation_key=self.translation_key, alias_of=None).order_by("-live", is_translation, "pk")
        return pages.values_list("pk", "locale__language_code").first()
