"""What learners say when they ask to take part."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CodeForm(forms.Form):
    """The code of an edition."""

    code = forms.CharField(
        label=pgettext_lazy("enrolment", "Code"),
        max_length=40,
        help_text=_("You got it from the organisers."),
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off", "dir": "ltr"}),
    )
