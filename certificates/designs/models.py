"""How certificates look and what they say, and each use of a signature on them."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from certificates.designs.choices import MOST_LOGOS, MOST_SIGNATORIES, Kind, Layout, Orientation, Use
from certificates.issuers.models import Issuer, Signatory
from content.media.models import Picture


class TemplateQuerySet(models.QuerySet["Template"]):
    """Templates, picked."""

    def in_use(self) -> "TemplateQuerySet":
        """Those that new certificates may follow."""
        return self.filter(is_in_use=True)


class Template(models.Model):
    """How the certificates of one kind look for one course, or for every course without its own (`course_key` None).

    `texts`: {language: {"headline": …, "body": …, "small": …}} with {fields}; what is missing is said in the house's own words.
    `language` and `second_language`: what a new paper is printed in; the holder may have it in any language of `texts`.
    `valid_months`: None is for ever. `version`: raised by each change; a paper notes with which one it was drawn.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    issuer = models.ForeignKey(Issuer, models.PROTECT, related_name="templates", verbose_name=_("issuer"))
    name = models.CharField(_("name"), max_length=120, help_text=_("For this list; it is not printed."))
    kind = models.CharField(_("kind"), max_length=13, choices=Kind.choices, default=Kind.COMPLETION)
    course_key = models.UUIDField(_("course"), null=True, blank=True, db_index=True)
    layout = models.CharField(_("layout"), max_length=10, choices=Layout.choices, default=Layout.WOVEN)
    orientation = models.CharField(_("page"), max_length=10, choices=Orientation.choices, default=Orientation.LANDSCAPE)
    language = models.CharField(_("language"), max_length=8, choices=settings.WAGTAIL_CONTENT_LANGUAGES, default="pt")
    second_language = models.CharField(
        _("second language"), max_length=8, choices=settings.WAGTAIL_CONTENT_LANGUAGES, blank=True, help_text=_("Printed below the first.")
    )
    texts = models.JSONField(default=dict, blank=True)
    valid_months = models.PositiveSmallIntegerField(_("valid for, in months"), null=True, blank=True, help_text=_("Empty: for ever."))
    shows_percent = models.BooleanField(_("print the grade"), default=False)
    is_in_use = models.BooleanField(_("in use"), default=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    signatories = models.ManyToManyField(Signatory, through="TemplateSignatory", related_name="+")
    logos = models.ManyToManyField(Picture, through="TemplateLogo", related_name="+")

    objects = TemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate template")
        verbose_name_plural = _("certificate templates")
        ordering = ["name"]
        permissions = [("manage_templates", "Can prepare certificate templates")]
        constraints = [
            models.UniqueConstraint(
                fields=["course_key", "kind"],
                condition=Q(is_in_use=True),
                name="a_course_has_one_template_in_use_for_each_kind",
                violation_error_message=_("Another template of this kind is in use for this course. Take it out of use first."),
            ),
            models.UniqueConstraint(
                fields=["kind"],
                condition=Q(is_in_use=True, course_key=None),
                name="one_template_serves_courses_without_their_own",
                violation_error_message=_("Another template of this kind is in use for all courses. Take it out of use first."),
            ),
            models.CheckConstraint(
                condition=~Q(second_language=F("language")),
                name="the_second_language_is_another_one",
                violation_error_message=_("Choose another second language, or none."),
            ),
            models.CheckConstraint(
                condition=Q(valid_months=None) | Q(valid_months__gte=1),
                name="a_template_is_valid_for_a_month_or_more",
                violation_error_message=_("A certificate is valid for a month or more; empty: for ever."),
            ),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="a_template_kind_is_known"),
            models.CheckConstraint(condition=Q(layout__in=Layout.values), name="a_layout_is_known"),
            models.CheckConstraint(condition=Q(orientation__in=Orientation.values), name="a_page_stands_or_lies"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def languages(self) -> list[str]:
        """Return what a new paper is printed in, the main language first."""
        return [code for code in (self.language, self.second_language) if code]


class TemplateSignatory(models.Model):
    """This person signs on this template, in this place from the left."""

    template = models.ForeignKey(Template, models.CASCADE, related_name="signatory_rows")
    signatory = models.ForeignKey(Signatory, models.PROTECT, related_name="template_rows")
    place = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["template", "place"], name="one_signatory_stands_in_a_place"),
            models.UniqueConstraint(fields=["template", "signatory"], name="a_signatory_signs_a_template_once"),
            models.CheckConstraint(condition=Q(place__gte=1, place__lte=MOST_SIGNATORIES), name="at_most_four_sign"),
        ]

    def __str__(self) -> str:
        return f"{self.template_id} {self.place}"


class TemplateLogo(models.Model):
    """This picture stands at the head of this template, in this place from the left."""

    template = models.ForeignKey(Template, models.CASCADE, related_name="logo_rows")
    picture = models.ForeignKey(Picture, models.PROTECT, related_name="+", verbose_name=_("picture"))
    place = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["template", "place"], name="one_logo_stands_in_a_place"),
            models.CheckConstraint(condition=Q(place__gte=1, place__lte=MOST_LOGOS), name="at_most_two_logos_stand"),
        ]

    def __str__(self) -> str:
        return f"{self.template_id} {self.place}"


class SignatureUse(models.Model):
    """One use of somebody's signature, kept for good: who put it where. The names stay when signatory and template are gone."""

    signatory = models.ForeignKey(Signatory, models.SET_NULL, null=True, related_name="uses")
    signatory_name = models.CharField(max_length=120)
    template = models.ForeignKey(Template, models.SET_NULL, null=True, related_name="+")
    template_name = models.CharField(max_length=120, blank=True)
    use = models.CharField(max_length=9, choices=Use.choices)
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("use of a signature")
        verbose_name_plural = _("uses of signatures")
        ordering = ["-at", "-pk"]
        constraints = [models.CheckConstraint(condition=Q(use__in=Use.values), name="a_use_of_a_signature_is_known")]

    def __str__(self) -> str:
        return f"{self.signatory_name} {self.use}"
