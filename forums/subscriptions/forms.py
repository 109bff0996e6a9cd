"""How often."""

from django import forms
from django.utils.translation import gettext_lazy as _

from forums.subscriptions.choices import Rhythm


class RhythmForm(forms.Form):
    """One choice of a rhythm."""

    rhythm = forms.ChoiceField(label=_("How often by mail?"), choices=Rhythm.choices, widget=forms.RadioSelect)
