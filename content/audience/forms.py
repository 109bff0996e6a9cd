"""Shape of what editors enter about access."""

from django import forms
from django.utils.translation import gettext_lazy as _

from content.audience.choices import Level


class LevelForm(forms.Form):
    """Who may read."""

    level = forms.ChoiceField(label=_("Who may read"), choices=Level.choices, widget=forms.RadioSelect)
