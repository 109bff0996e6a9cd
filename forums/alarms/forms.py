"""What a reader says when she raises an alarm."""

from django import forms
from django.utils.translation import gettext_lazy as _

from forums.moderation.choices import Reason


class ReportForm(forms.Form):
    """A reason, and words."""

    reason = forms.ChoiceField(label=_("What is wrong?"), choices=Reason.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("In your own words"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"})
    )
