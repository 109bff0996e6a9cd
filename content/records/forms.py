"""The shape of what editors say when they take a practice down."""

from django import forms
from django.utils.translation import gettext_lazy as _


class WithdrawForm(forms.Form):
    """A reason, which everybody who comes to the address reads."""

    reason = forms.CharField(
        label=_("Why is it taken down?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One or two sentences for readers. Its address goes on showing them."),
    )
