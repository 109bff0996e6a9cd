"""Which mails a learner wants."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.letters.choices import Letter


class LettersForm(forms.Form):
    """The kinds that she wants."""

    letters = forms.MultipleChoiceField(
        label=_("Write to me about"), choices=Letter.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
