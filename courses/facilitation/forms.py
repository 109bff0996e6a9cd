"""What a facilitator writes."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from content.markup.writing import LONGEST


def _reason(hint: Any) -> forms.CharField:
    return forms.CharField(label=_("Reason"), max_length=1000, help_text=hint, widget=forms.TextInput(attrs={"dir": "auto"}))


class MarkForm(forms.Form):
    """A unit that counts as done by a facilitator's word, or such a mark taken back."""

    unit = forms.ChoiceField(label=_("Unit"))
    verb = forms.ChoiceField(
        label=_("What"), choices=[("grant", _("counts as done")), ("revoke", _("take my mark back"))], widget=forms.RadioSelect
    )
    reason = _reason(_("It stays in the learner’s log and in the log of the edition."))

    def __init__(self, data: Any = None, *, modules: Iterable[Any]) -> None:
        super().__init__(data, initial={"verb": "grant"}, auto_id="mark_%s")
        groups = [(f"{module.number}. {module.title}", [(str(unit.key), unit.title) for unit in module.units]) for module in modules]
        self.fields["unit"].choices = [("", "–"), *groups]  # type: ignore[attr-defined]


class DaysForm(forms.Form):
    """More time for one person."""

    days = forms.IntegerField(
        label=_("More days in all"),
        min_value=0,
        max_value=365,
        help_text=_("Added to each deadline and to the end, for this person alone."),
    )
    reason = _reason(_("The learner is told."))

    def __init__(self, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial, auto_id="days_%s")


class MessageForm(forms.Form):
    """A message to people of the cohort. `token`: the same form sent twice is one message."""

    subject = forms.CharField(label=_("Subject"), max_length=150, widget=forms.TextInput(attrs={"dir": "auto"}))
    text = forms.CharField(
        label=_("Text"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 12, "dir": "auto"}),
        help_text=_("An empty line begins a paragraph. **Bold**, *italic*, lists with - and bare addresses become what they should."),
    )
    token = forms.UUIDField(widget=forms.HiddenInput)

    def clean_subject(self) -> str:
        """Refuse what would break a mail's head."""
        subject = str(self.cleaned_data["subject"])
        if "\n" in subject or "\r" in subject:
            raise ValidationError(_("A subject is one line."))
        return subject
