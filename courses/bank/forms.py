"""What writers of questions type."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext_lazy as _

from courses.bank.rows import FIELDS, Row
from courses.formats.choices import MOST_BYTES, Format
from courses.questions.choices import Kind
from courses.questions.numbers import readings
from courses.questions.pictures import MOST_BYTES as PICTURE_BYTES
from courses.questions.shapes import MOST_OPTIONS

MORE = 3
GENERAL = ("right", "partly", "wrong", "after")
LABELS = {
    Kind.SHORT: {"words": _("Words that count")},
    Kind.NUMERIC: {"words": _("Number")},
    Kind.MATCHING: {"words": _("On the left")},
    Kind.ORDERING: {"words": _("Item")},
}


def languages() -> list[tuple[str, str]]:
    """Return the languages that questions have words in."""
    return list(settings.WAGTAIL_CONTENT_LANGUAGES)


def _lines(label: Any, rows: int = 3, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=20_000, widget=forms.Textarea({"rows": rows, "dir": "auto"}), **options)


class QuestionForm(forms.Form):
    """The head of a question: where it stands and what it asks. `once`: what tells a form sent twice from another new question."""

    once = forms.UUIDField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(label=_("Name"), required=False, max_length=200, help_text=_("For the list; learners do not see it."))
    folder = forms.CharField(label=_("Folder"), required=False, max_length=400, help_text=_("Folders inside folders: Norms/Minimum age"))
    points = forms.DecimalField(label=_("Points"), min_value=0.01, max_digits=6, decimal_places=2, initial=1)
    stem = _lines(_("Question"), 4, help_text=_("Plain text, or HTML for tables and pictures."))
    picture = forms.FileField(label=_("Add a picture"), required=False, help_text=_("PNG, JPEG, GIF, WebP or AVIF, up to 2 MB."))
    alt = forms.CharField(label=_("What the picture shows"), required=False, max_length=300)
    is_shuffled = forms.BooleanField(label=_("Show the options in another order each time"), required=False, initial=True)
    is_case_kept = forms.BooleanField(label=_("Capital letters and accents count"), required=False)
    source = forms.CharField(label=_("Source"), required=False, max_length=300, help_text=_("Where that is written: C138, art. 3(1)"))
    right = _lines(_("Shown when all is right"), 2)
    partly = _lines(_("Shown when it is partly right"), 2)
    wrong = _lines(_("Shown when it is not right"), 2)
    after = _lines(_("Always shown afterwards"), 2)

    def __init__(self, *args: Any, kind: str, is_translation: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kind not in (Kind.SINGLE, Kind.MULTIPLE, Kind.MATCHING) or is_translation:
            del self.fields["is_shuffled"]
        if kind != Kind.SHORT or is_translation:
            del self.fields["is_case_kept"]
        for name in ("name", "folder", "points") if is_translation else ():
            del self.fields[name]
        self.fields["picture"].widget.attrs["accept"] = "image/*"

    def clean(self) -> dict[str, Any]:
        """Check the picture's size and that it says what it shows."""
        held = super().clean() or {}
        picture = held.get("picture")
        if picture and picture.size > PICTURE_BYTES:
            self.add_error("picture", _("The picture is larger than 2 MB."))
        if picture and not held.get("alt"):
            self.add_error("alt", _("Say what the picture shows, for those who cannot see it."))
        return held


class RowForm(forms.Form):
    """One line: an option, a pair, an item, words or a number that count."""

    id = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    match_id = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    place = forms.IntegerField(label=_("Place"), required=False, min_value=1, max_value=99)
    words = _lines(_("Option"), 2)
    match = forms.CharField(label=_("On the right"), required=False, max_length=2000)
    tolerance = forms.CharField(label=_("Give or take"), required=False, max_length=40)
    weight = forms.DecimalField(
        label=_("Worth, in per cent"), required=False, min_value=-100, max_value=100, max_digits=8, decimal_places=5
    )
    reply = _lines(_("Feedback"), 2)

    def __init__(self, *args: Any, kind: str, is_translation: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        shown = {"id", "match_id", *FIELDS[kind]}
        if is_translation and kind != Kind.SHORT:
            shown -= {"weight", "tolerance", "place"} | ({"words"} if kind == Kind.NUMERIC else set())
        for name in set(self.fields) - shown:
            del self.fields[name]
        if "words" in self.fields:
            self.fields["words"].label = LABELS.get(Kind(kind), {}).get("words", self.fields["words"].label)
            if kind in (Kind.SHORT, Kind.NUMERIC):
                self.fields["words"].widget = forms.TextInput({"dir": "auto"})

    def clean_words(self) -> str:
        """Refuse what is no number where one is asked for."""
        words = str(self.cleaned_data["words"])
        if self.kind == Kind.NUMERIC and words.strip() not in ("", "*") and not readings(words):
            raise forms.ValidationError(_("This is not a number."))
        return words

    def clean_tolerance(self) -> str:
        """Refuse a tolerance that is no number from 0 on."""
        tolerance = str(self.cleaned_data["tolerance"])
        if tolerance.strip() and not any(number >= 0 for number in readings(tolerance)):
            raise forms.ValidationError(_("The tolerance must be a number, 0 or more."))
        return tolerance


def row_forms(kind: str, rows: Sequence[Row], data: Mapping[str, Any] | None = None, *, is_translation: bool = False) -> Any:
    """Return the lines as a formset: filled with these, or with what was sent."""
    made = forms.formset_factory(RowForm, extra=0, max_num=MOST_OPTIONS, absolute_max=MOST_OPTIONS)
    options = {"kind": kind, "is_translation": is_translation}
    return made(data, initial=None if data is not None else list(rows), prefix="row", form_kwargs=options)


def typed_rows(data: Mapping[str, Any]) -> list[Row]:
    """Return what was typed into the lines, unchecked: to show it again with more lines."""
    number = data.get("row-TOTAL_FORMS", "")
    count = min(int(number), MOST_OPTIONS) if number.isascii() and number.isdigit() and len(number) < 4 else 0
    return [{name: data.get(f"row-{place}-{name}", "") for name in RowForm.base_fields} for place in range(count)]


class SiftForm(forms.Form):
    """Which questions the list shows."""

    q = forms.CharField(label=_("Words"), required=False, max_length=100)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("All")), *Kind.choices])
    language = forms.ChoiceField(label=_("With words in"), required=False)
    folder = forms.CharField(required=False, max_length=400, widget=forms.HiddenInput)
    retired = forms.BooleanField(label=_("Those no longer asked"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [("", _("All")), *languages()]  # type: ignore[attr-defined]


class NewForm(forms.Form):
    """What the new question is."""

    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    language = forms.ChoiceField(label=_("Language"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = languages()  # type: ignore[attr-defined]


class BringForm(forms.Form):
    """A file of questions, and what to do with it."""

    file = forms.FileField(label=_("File"), validators=[FileExtensionValidator(["txt", "gift", "xml"])])
    form = forms.ChoiceField(label=_("Format"), choices=Format.choices)
    language = forms.ChoiceField(label=_("Language of the file"))
    folder = forms.CharField(label=_("Below this folder"), required=False, max_length=200)
    onto = forms.CharField(
        label=_("Onto the questions of this folder"),
        required=False,
        max_length=400,
        help_text=_("For a translation whose questions have other names: in the same order, as many as the folder has."),
    )
    is_dry = forms.BooleanField(label=_("Only show what would come of it"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = languages()  # type: ignore[attr-defined]

    def clean_file(self) -> Any:
        """Refuse a file that is too large."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 20 MB."))
        return file


class TakeForm(forms.Form):
    """What to write out."""

    form = forms.ChoiceField(label=_("Format"), choices=Format.choices)
    language = forms.ChoiceField(label=_("Language"))
    folder = forms.CharField(required=False, max_length=400, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = languages()  # type: ignore[attr-defined]
