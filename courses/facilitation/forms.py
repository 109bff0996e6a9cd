"""What a facilitator picks and writes."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.queries import country_name
from content.markup.writing import LONGEST
from content.pages.speech import language_name
from courses.facilitation.choices import STUCK_DAYS, Order, Standing
from courses.facilitation.standings import Row

ALL = _("all")


class SiftForm(forms.Form):
    """Whom of the cohort one wants to see; a plain form whose address can be kept. What is wrong picks nothing."""

    standing = forms.ChoiceField(label=_("State"), required=False)
    country = forms.ChoiceField(label=_("Country"), required=False)
    institution = forms.ChoiceField(label=_("Institution"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)
    order = forms.ChoiceField(label=_("Order"), choices=Order.choices, required=False)
    days = forms.IntegerField(label=_("Stuck after days"), min_value=1, max_value=365, required=False)
    is_stuck = forms.BooleanField(label=_("only who is stuck"), required=False)
    is_late = forms.BooleanField(label=_("only who is late"), required=False)

    def __init__(self, data: Any, rows: Iterable[Row] = ()) -> None:
        super().__init__(data, prefix=None, auto_id="sift_%s")
        here, rows = get_language() or "en", list(rows)
        named = {row.country: country_name(row.country, here) for row in rows if row.country}
        self._offer("standing", Standing.choices)
        self._offer("country", sorted(named.items(), key=lambda pair: pair[1]))
        self._offer("institution", [(name, name) for name in sorted({row.institution for row in rows if row.institution})])
        self._offer("language", [(code, language_name(code)) for code in sorted({row.language for row in rows})])
        self.fields["days"].widget.attrs["placeholder"] = str(STUCK_DAYS)

    def _offer(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        self.fields[name].choices = [("", ALL), *choices]  # type: ignore[attr-defined]

    @property
    def wishes(self) -> dict[str, Any]:
        """Return what was picked and is known."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in ("", None, False)}


def days_asked(data: Any) -> int:
    """Return after how many days without a deed one is stuck: what was asked, within bounds, else the usual."""
    asked = str(data.get("days", "")).strip()
    return min(max(int(asked), 1), 365) if asked.isascii() and asked.isdigit() and len(asked) < 4 else STUCK_DAYS


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
