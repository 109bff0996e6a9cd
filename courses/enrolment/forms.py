"""What learners and staff say about taking part."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.queries import countries, languages
from courses.enrolment.actions.more_time import MOST_DAYS

LONGEST_REASON = 1000


class CodeForm(forms.Form):
    """The code of an edition."""

    code = forms.CharField(
        label=pgettext_lazy("enrolment", "Code"),
        max_length=40,
        help_text=_("You got it from the organisers."),
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off", "dir": "ltr"}),
    )


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
