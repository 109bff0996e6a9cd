"""What a holder says about her certificate."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.people.fields import LineField, Plain, offer
from content.pages.speech import language_name

LONGEST_NAME = 150


class NameForm(Plain, forms.Form):
    """The name as it is to be printed."""

    name = LineField(
        label=_("Name on the certificate"),
        max_length=LONGEST_NAME,
        help_text=_("Whole, with every accent, as in an identity document. Any script."),
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto", "spellcheck": "false"}),
    )


class CorrectionForm(NameForm):
    """Another name than the one that was printed."""

    why = forms.CharField(
        label=_("What is wrong?"),
        max_length=1000,
        help_text=_("A facilitator reads it and answers."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )


class LanguagesForm(Plain, forms.Form):
    """Languages of the paper."""

    first = forms.ChoiceField(label=_("Language"))
    second = forms.ChoiceField(label=_("Second language"), required=False)

    def __init__(self, *args: Any, codes: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(code, language_name(code)) for code in codes]
        offer(self.fields["first"], named)
        offer(self.fields["second"], [("", _("none")), *named])

    def clean(self) -> dict[str, Any]:
        """Refuse the same language twice."""
        held = super().clean() or {}
        if held.get("first") and held.get("first") == held.get("second"):
            self.add_error("second", _("Choose another one, or none."))
        return held

    @property
    def languages(self) -> list[str]:
        """Return what was chosen, the main one first."""
        return [code for code in (self.cleaned_data["first"], self.cleaned_data["second"]) if code]
