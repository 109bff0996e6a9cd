"""Shape of a search that is to be kept."""

from django import forms
from django.utils.translation import gettext_lazy as _

from content.searches.choices import NAME


class SaveForm(forms.Form):
    """A name."""

    name = forms.CharField(
        label=_("Name of the search"), max_length=NAME, widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"})
    )
