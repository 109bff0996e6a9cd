"""What staff say about who takes part."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.queries import countries, languages
from courses.admission.tables import MOST_BYTES
from courses.enrolment.actions.more_time import MOST_DAYS

LONGEST_REASON = 1000


class ReasonForm(forms.Form):
    """Why staff decide so; she reads it."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        help_text=_("The person reads it."),
        widget=forms.Textarea(attrs={"class": "input", "rows": 3, "dir": "auto"}),
    )


class DaysForm(ReasonForm):
    """More time for one person."""

    days = forms.IntegerField(
        label=_("More days in all"),
        min_value=0,
        max_value=MOST_DAYS,
        help_text=_("Added to each deadline and to the last day, for this person alone. 0 takes them back."),
        widget=forms.NumberInput(attrs={"class": "input", "inputmode": "numeric"}),
    )
    field_order = ["days", "reason"]


class InviteForm(forms.Form):
    """One address to invite."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254, widget=forms.EmailInput(attrs={"class": "input"}))
    name = forms.CharField(label=_("Name"), max_length=150, required=False, widget=forms.TextInput(attrs={"class": "input", "dir": "auto"}))
    language = forms.ChoiceField(label=_("Language of the mail"), widget=forms.Select(attrs={"class": "input"}))
    country = forms.ChoiceField(label=_("Country"), required=False, widget=forms.Select(attrs={"class": "input"}))
    institution = forms.CharField(
        label=_("Institution"), max_length=200, required=False, widget=forms.TextInput(attrs={"class": "input", "dir": "auto"})
    )

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = languages()  # type: ignore[attr-defined]
        self.fields["country"].choices = [("", "–"), *countries(language)]  # type: ignore[attr-defined]


class FileForm(forms.Form):
    """A file of people, or (the second time) its text."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("A table saved as CSV. Its first line names the columns: e-mail, name, language, country, institution."),
        widget=forms.FileInput(attrs={"class": "input", "accept": ".csv,.txt,.tsv,text/csv,text/plain"}),
    )
    text = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    language = forms.ChoiceField(
        label=_("Language of the mails to those who name none"), choices=languages, widget=forms.Select(attrs={"class": "input"})
    )

    is_again = forms.BooleanField(
        label=_("Also take in again who withdrew or was refused"),
        required=False,
        help_text=_("Otherwise they are named, and you decide about each by hand."),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a form without any people, and a file that is too large to be looked at."""
        held = super().clean() or {}
        file = held.get("file")
        if "file" not in self.errors and not file and not held.get("text"):
            self.add_error("file", _("Choose a file."))
        elif file and file.size > MOST_BYTES:
            self.add_error("file", _("The file is larger than %(size)s MB. Divide it.") % {"size": MOST_BYTES // 2**20})
        return held
