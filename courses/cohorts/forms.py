"""What a facilitator picks."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts.queries import country_name
from content.pages.speech import language_name
from courses.cohorts.choices import STUCK_DAYS, Order, Standing
from courses.cohorts.standings import Row

ALL = pgettext_lazy("filter", "all")
PICKING = {"standing", "country", "institution", "language"}


class SiftForm(forms.Form):
    """Whom of the cohort one wants to see; a plain form whose address can be kept. What nobody is picks nobody, never everybody."""

    standing = forms.ChoiceField(label=_("State"), required=False)
    country = forms.ChoiceField(label=_("Country"), required=False)
    institution = forms.ChoiceField(label=_("Institution"), required=False)
    language = forms.ChoiceField(label=pgettext_lazy("person", "Language"), required=False)
    order = forms.ChoiceField(label=pgettext_lazy("sorting", "Order"), choices=Order.choices, required=False)
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
    def is_nobody(self) -> bool:
        """Whether it asks for what nobody in the cohort is: a country that all have left, a word that is none."""
        return not PICKING.isdisjoint(self.errors)

    @property
    def wishes(self) -> dict[str, Any]:
        """Return what was picked and is known."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in ("", None, False)}


def days_asked(data: Any) -> int:
    """Return after how many days without a deed one is stuck: what was asked, within bounds, else the usual."""
    asked = str(data.get("days", "")).strip()
    return min(max(int(asked), 1), 365) if asked.isascii() and asked.isdigit() and len(asked) < 4 else STUCK_DAYS
