"""What a person says about herself."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.people.countries import time_zones
from accounts.people.fields import LineField, Plain, offer
from accounts.people.queries import countries, languages


def grouped_time_zones() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the time zones by area, the cities readable."""
    areas: dict[str, list[tuple[str, str]]] = {}
    for name in time_zones():
        area, _slash, city = name.partition("/")
        areas.setdefault(area, []).append((name, (city or name).replace("_", " ")))
    return list(areas.items())


class PreferencesForm(Plain, forms.Form):
    """Name, printed name, language, country, time zone, institution."""

    name = LineField(
        label=_("Name"), max_length=150, help_text=_("As others are to read it."), widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    printed_name = LineField(
        label=_("Name as it is to be printed"), max_length=150, required=False, help_text=_("On certificates. Empty: the name above.")
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=languages, help_text=_("Of the site when you sign in here, and of its mails.")
    )
    country = forms.ChoiceField(label=_("Country"), widget=forms.Select(attrs={"autocomplete": "country"}))
    time_zone = forms.ChoiceField(label=_("Time zone"), help_text=_("Dates and times are shown in it."))
    institution = LineField(
        label=_("Institution"),
        max_length=200,
        required=False,
        help_text=_("May stay empty."),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["country"], [("", _("Choose a country")), *countries(get_language() or "pt")])
        offer(self.fields["time_zone"], grouped_time_zones())
