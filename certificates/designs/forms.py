"""What those who prepare templates type."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.images.widgets import AdminImageChooser

from certificates.designs.choices import MOST_LOGOS, MOST_SIGNATORIES
from certificates.designs.models import Template
from certificates.designs.pictures import MOST_BYTES, NotTaken, signature_png
from certificates.designs.rules import can_sign
from certificates.issuers.models import Signatory
from certificates.printing.fields import FIELDS, unknown_fields
from content.media.models import Picture
from courses.editions.queries import courses_named

LANGUAGES = list(settings.WAGTAIL_CONTENT_LANGUAGES)
TEXTS = (
    ("headline", gettext_lazy("Headline"), 120),
    ("body", gettext_lazy("Sentence"), 500),
    ("small", gettext_lazy("Small print"), 300),
)
SIGNATORIES = [f"signatory_{place}" for place in range(1, MOST_SIGNATORIES + 1)]
LOGOS = [f"logo_{place}" for place in range(1, MOST_LOGOS + 1)]


class TemplateForm(WagtailAdminModelForm):
    """A template: its looks, its words in each language, its logos and who signs."""

    course_key = forms.TypedChoiceField(label=gettext_lazy("Course"), required=False, empty_value=None)

    class Meta:
        model = Template
        fields = [
            *("name", "issuer", "kind", "course_key", "is_in_use", "layout", "orientation"),
            *("language", "second_language", "shows_percent", "valid_months"),
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        courses = sorted((named.title, str(key)) for key, named in courses_named(None, get_language() or settings.LANGUAGE_CODE).items())
        self.fields["course_key"].choices = [
            ("", _("All courses without a template of their own")),
            *((key, title) for title, key in courses),
        ]
        for code, language in LANGUAGES:
            for name, label, longest in TEXTS:
                self.fields[f"{name}_{code}"] = self._text(
                    code, f"{label} ({language})", longest, self.instance.texts.get(code, {}).get(name, "")
                )
        self.fields[f"body_{LANGUAGES[0][0]}"].help_text = self._help()
        self._add_signatories()
        self._add_logos()

    @staticmethod
    def _text(code: str, label: str, longest: int, initial: str) -> forms.CharField:
        rows = 1 if longest <= 120 else 3
        widget = forms.Textarea(attrs={"rows": rows, "lang": code, "dir": "auto"})
        return forms.CharField(label=label, max_length=longest, required=False, widget=widget, initial=initial)

    @staticmethod
    def _help() -> str:
        """Say which fields there are; left empty, the house's own words are printed."""
        fields = " ".join(f"{{{name}}}" for name in sorted(FIELDS))
        return _(
            "Empty: the house's own words. Fields: %(fields)s. What stands in [square brackets] is left out where a field in it is empty."
        ) % {"fields": fields}

    def _add_signatories(self) -> None:
        """Offer who signs; who may not use signatures sees them and cannot change them."""
        placed = {row.place: row.signatory_id for row in self.instance.signatory_rows.all()} if self.instance.pk else {}
        people = Signatory.objects.select_related("issuer")
        for place, name in enumerate(SIGNATORIES, start=1):
            label = _("Signatory %(number)s") % {"number": place}
            self.fields[name] = forms.ModelChoiceField(
                people, label=label, required=False, initial=placed.get(place), disabled=not can_sign(self.for_user)
            )

    def _add_logos(self) -> None:
        placed = {row.place: row.picture_id for row in self.instance.logo_rows.all()} if self.instance.pk else {}
        for place, name in enumerate(LOGOS, start=1):
            label = _("Logo %(number)s") % {"number": place}
            self.fields[name] = forms.ModelChoiceField(
                Picture.objects.all(), label=label, required=False, initial=placed.get(place), widget=AdminImageChooser()
            )

    def clean(self) -> dict[str, Any]:
        """Put the texts of the languages together; refuse fields that no paper fills, and a signatory twice or of another house."""
        held = super().clean() or {}
        texts = {code: {name: held.get(f"{name}_{code}", "").strip() for name, _label, _longest in TEXTS} for code, _name in LANGUAGES}
        self.instance.texts = {
            code: kept for code, words in texts.items() if (kept := {name: text for name, text in words.items() if text})
        }
        for code, words in texts.items():
            self._check_words(code, words)
        self._check_signatories(held)
        return held

    def _check_words(self, code: str, words: Mapping[str, str]) -> None:
        for name, text in words.items():
            if unknown := unknown_fields(text):
                self.add_error(
                    f"{name}_{code}", _("There is no field %(fields)s.") % {"fields": ", ".join(f"{{{one}}}" for one in sorted(unknown))}
                )
        if words["body"] and not ("{name}" in words["body"] and "{course}" in words["body"]):
            self.add_error(f"body_{code}", _("The sentence names the person and the course: {name} and {course}."))

    def _check_signatories(self, held: Mapping[str, Any]) -> None:
        seen: set[int] = set()
        for name in SIGNATORIES:
            if (one := held.get(name)) is None:
                continue
            if one.pk in seen:
                self.add_error(name, _("Each signatory signs once."))
            elif held.get("issuer") and one.issuer_id != held["issuer"].pk:
                self.add_error(name, _("This person signs for another issuer."))
            seen.add(one.pk)

    @property
    def signatories(self) -> list[Signatory]:
        """Return who signs, from the left, without gaps."""
        return [one for name in SIGNATORIES if (one := self.cleaned_data.get(name))]

    @property
    def logos(self) -> list[Picture]:
        """Return the logos, from the left, without gaps."""
        return [one for name in LOGOS if (one := self.cleaned_data.get(name))]


class SignatoryForm(WagtailAdminModelForm):
    """Who signs, and the picture of the signature."""

    picture = forms.FileField(
        label=gettext_lazy("Signature"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
        help_text=gettext_lazy("Dark ink on white paper, photographed or scanned: PNG, JPEG or WebP, up to 2 MB. Empty: as it is."),
    )
    is_taken_away = forms.BooleanField(label=gettext_lazy("Without a picture of the signature"), required=False)

    class Meta:
        model = Signatory
        fields = ["issuer", "name", "title"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not can_sign(self.for_user):
            del self.fields["picture"], self.fields["is_taken_away"]

    def clean_picture(self) -> bytes | None:
        """Return the signature, drawn anew."""
        picture = self.cleaned_data.get("picture")
        if not picture:
            return None
        try:
            return signature_png(picture.read(MOST_BYTES + 1))
        except NotTaken as error:
            raise forms.ValidationError(str(error)) from error

    @property
    def png(self) -> bytes | None:
        """Return the new picture, b"" where there shall be none, None where it stays."""
        return self.cleaned_data.get("picture") or (b"" if self.cleaned_data.get("is_taken_away") else None)
