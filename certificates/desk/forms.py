"""What staff say about certificates."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.people.fields import Plain
from certificates.credentials.choices import Reason
from certificates.designs.choices import Kind

LONGEST_REASON = 1000
GIVEN = [(value, label) for value, label in Kind.choices if value != Kind.COMPLETION]  # a course is completed, not given


class ReasonForm(Plain, forms.Form):
    """Why; she reads it."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        help_text=_("The person reads it."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )


class SureForm(Plain, forms.Form):
    """Nothing to say, but to be sure."""


class RevokeForm(ReasonForm):
    """Why a certificate is taken back: a class that everybody reads who verifies it, and words for her where she is still there."""

    reason_class = forms.ChoiceField(
        label=pgettext_lazy("certificate", "Why"), choices=Reason.choices, help_text=_("Everybody who verifies the certificate reads this.")
    )
    field_order = ["reason_class", "reason"]

    def __init__(self, *args: Any, is_read: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_read:
            del self.fields["reason"]


class AnswerForm(Plain, forms.Form):
    """Answers who asks for another name. A refusal needs its reason."""

    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=LONGEST_REASON,
        help_text=_("Needed for a refusal; the person reads it."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )


class GiveForm(Plain, forms.Form):
    """Whom to give a certificate by hand."""

    email = forms.EmailField(label=_("E-mail address"), help_text=_("Of somebody who takes part in this edition, or runs it."))
    kind = forms.ChoiceField(label=pgettext_lazy("certificate", "Kind"), choices=GIVEN, initial=Kind.PARTICIPATION)
