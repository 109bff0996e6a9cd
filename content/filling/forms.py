"""Shapes of what contributors send. Nothing that is typed is refused here: it is saved, and what is wrong is said beside it."""

from typing import Any
from uuid import uuid4

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.queries import languages
from content.contributing.choices import DOCUMENTS
from content.filling.widgets import CountriesWidget, RowsWidget
from content.questionnaire.form import ASKED, CHOICES, COLUMNS, HINTS, LISTS, LONGEST, PROSE_HINT, Answers, Part
from content.taxonomy.models import Instrument, SdgTarget
from content.taxonomy.queries import theme_names

LONGEST_REASON = 300


class Anything(forms.Field):
    """A field that takes what its widget gives."""

    def clean(self, value: Any) -> Any:
        """Return it as it is."""
        return value


class PartForm(forms.Form):
    """The questions of one part; `here` is the language of the interface, `language` that of the texts."""

    use_required_attribute = False

    def __init__(self, *args: Any, part: Part, language: str, here: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.part = part
        for key in part.keys:
            self.fields[key] = _field(key, language, here)

    def answers(self) -> Answers:
        """Return what was sent."""
        return {key: self._said(key) for key in self.part.keys}

    def _said(self, key: str) -> Any:
        """Return what one field says; of lists to choose from only what is on them."""
        widget = self.fields[key].widget
        value = widget.value_from_datadict(self.data, self.files, key)
        offered = {str(code) for code, _label in getattr(widget, "choices", ())}
        if isinstance(value, list) and offered:
            return [code for code in value if code in offered]
        return value if not offered or value in offered else ""

    def seen(self) -> dict[str, str]:
        """Return the fingerprints of the answers as they were when the form was shown."""
        return {key: self.data[f"seen-{key}"] for key in self.part.keys if self.data.get(f"seen-{key}")}


def _field(key: str, language: str, here: str) -> forms.Field:
    asked = ASKED[key]
    hint = HINTS.get(key, "")
    help_text = f"{hint} {PROSE_HINT}" if asked.kind == "prose" else hint
    label = asked.label if asked.is_required or asked.kind == "tick" else _("%(label)s (optional)") % {"label": asked.label}
    return Anything(label=label, help_text=help_text, required=False, widget=_widget(key, language, here))


def _widget(key: str, language: str, here: str) -> forms.Widget:
    kind = ASKED[key].kind
    text = {"class": "input", "dir": "auto", "lang": language}
    if kind == "countries":
        return CountriesWidget(here)
    if kind in COLUMNS:
        return RowsWidget(kind, language)
    if kind in LISTS:
        return forms.CheckboxSelectMultiple(choices=_options(kind, here))
    if kind == "choice":
        return forms.Select(attrs={"class": "input"}, choices=[("", "–"), *CHOICES[key]])
    if kind == "tick":
        return forms.CheckboxInput()
    if kind in ("prose", "text"):
        return forms.Textarea(attrs={**text, "rows": 10 if kind == "prose" else 4, "maxlength": LONGEST})
    if kind == "years":
        return forms.TextInput(attrs={"class": "input", "inputmode": "numeric", "autocomplete": "off", "size": 4})
    return forms.TextInput(attrs={**text, "maxlength": ASKED[key].longest or 500})


def _options(kind: str, here: str) -> list[tuple[str, str]]:
    if kind == "themes":
        return list(theme_names(here).items())
    rows = SdgTarget.objects.all() if kind == "targets" else Instrument.objects.all()
    return [(row.code, f"{row.code} · {row.name_in(here)}") for row in rows]


class BeginForm(forms.Form):
    """A name to begin with, and the language in which it is written."""

    title = forms.CharField(
        label=_("What is the practice called?"), max_length=200, widget=forms.TextInput(attrs={"class": "input", "dir": "auto"})
    )
    language = forms.ChoiceField(
        label=_("Language in which you write"),
        choices=settings.WAGTAIL_CONTENT_LANGUAGES,
        widget=forms.Select(attrs={"class": "input"}),
    )


class FilledForm(forms.Form):
    """A form that was filled elsewhere."""

    file = forms.FileField(
        label=_("Filled form"),
        help_text=_("Word (.docx), PDF or plain text (.txt)."),
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf,.txt"}),
    )
    text_language = forms.ChoiceField(
        label=_("Its language"),
        required=False,
        choices=[("", _("As the text shows")), *settings.WAGTAIL_CONTENT_LANGUAGES],
        widget=forms.Select(attrs={"class": "input"}),
    )


class FileForm(forms.Form):
    """A document or a picture."""

    file = forms.FileField(label=_("File"), widget=forms.FileInput(attrs={"accept": "image/*," + ",".join(f".{one}" for one in DOCUMENTS)}))
    title = forms.CharField(
        label=_("What it is, or what the picture shows"), max_length=250, widget=forms.TextInput(attrs={"class": "input", "dir": "auto"})
    )
    has_consent = forms.BooleanField(
        label=_("Everybody in the picture agrees that it is shown, and no child can be recognised"),
        required=False,
        help_text=_("Needed for pictures."),
    )
    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class InviteForm(forms.Form):
    """Who is asked to write along."""

    email = forms.EmailField(
        label=_("E-mail address"), max_length=254, widget=forms.EmailInput(attrs={"class": "input", "autocomplete": "off"})
    )
    language = forms.ChoiceField(label=_("Language of the mail"), widget=forms.Select(attrs={"class": "input"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = languages()  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    """Why a practice is withdrawn; readers see it."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        help_text=_("Whoever comes to its address reads it."),
        widget=forms.Textarea(attrs={"class": "input", "rows": 3, "dir": "auto"}),
    )


class AnswerForm(forms.Form):
    """The answer to a remark."""

    text = forms.CharField(
        label=pgettext_lazy("to a remark", "Your answer"),
        max_length=2000,
        widget=forms.Textarea(attrs={"class": "input", "rows": 3, "dir": "auto"}),
    )
