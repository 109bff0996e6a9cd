"""What a member tells of an adaptation, and what an editor says about it."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext_lazy as _

from content.adapting.choices import FIRST_YEAR, LONGEST, TOLD
from content.adapting.models import Adaptation
from content.adapting.queries import adaptations_of
from content.pages.addresses import content_code
from content.practices.models import PracticePage
from content.practices.queries import practices_seen_by
from content.taxonomy.models import Country
from content.taxonomy.queries import country_names


def _area(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"class": "input", "rows": rows, "dir": "auto"})


def _line(**attrs: Any) -> forms.TextInput:
    return forms.TextInput(attrs={"class": "input", "dir": "auto", **attrs})


class AdaptationForm(forms.Form):
    """We adapted this, or this part of it, there: kept, changed, dropped, result, contact."""

    country = forms.ChoiceField(label=_("Country"), widget=forms.Select(attrs={"class": "input"}))
    year = forms.IntegerField(label=_("Since which year?"), min_value=FIRST_YEAR, widget=_line(inputmode="numeric"))
    place = forms.CharField(label=_("Place or institution"), max_length=200, required=False, widget=_line())
    block_id = forms.ChoiceField(label=_("What did you adapt?"), required=False, widget=forms.Select(attrs={"class": "input"}))
    parent = forms.ChoiceField(label=_("From which adaptation?"), required=False, widget=forms.Select(attrs={"class": "input"}))
    kept = forms.CharField(label=_("What did you keep?"), max_length=LONGEST, required=False, widget=_area())
    changed = forms.CharField(label=_("What did you change?"), max_length=LONGEST, required=False, widget=_area())
    dropped = forms.CharField(label=_("What did you drop?"), max_length=LONGEST, required=False, widget=_area())
    result = forms.CharField(label=_("What came of it?"), max_length=LONGEST, required=False, widget=_area())
    contact = forms.CharField(
        label=_("Contact"), max_length=250, required=False, help_text=_("Everybody reads it. Prefer an office’s address."), widget=_line()
    )
    own = forms.CharField(
        label=_("Its own record in this library"),
        max_length=500,
        required=False,
        help_text=_("The address of the page, if there is one."),
        widget=_line(),
    )

    def __init__(self, *args: Any, practice: PracticePage, user: Any, language: str, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.practice, self.user, self.this_year = practice, user, year
        self.fields["country"].choices = [("", "–"), *country_names(language).items()]  # type: ignore[attr-defined]
        parts = [(str(block.id), str(block.value["title"])) for block in practice.building_blocks]
        earlier = [(str(row.uid), _named(row)) for row in adaptations_of(practice.translation_key)]
        for name, choices, all_of_it in (("block_id", parts, _("The whole practice")), ("parent", earlier, _("From the practice itself"))):
            if choices:
                self.fields[name].choices = [("", all_of_it), *choices]  # type: ignore[attr-defined]
            else:
                del self.fields[name]

    def clean_country(self) -> Country:
        """Return the country."""
        return Country.objects.get(iso2=self.cleaned_data["country"])

    def clean_year(self) -> int:
        """Refuse a year that has not begun."""
        year = int(self.cleaned_data["year"])
        if year > self.this_year:
            raise forms.ValidationError(_("Tell of what has begun already."))
        return year

    def clean_parent(self) -> Adaptation | None:
        """Return the adaptation that was adapted."""
        uid = self.cleaned_data["parent"]
        return adaptations_of(self.practice.translation_key).filter(uid=uid).first() if uid else None

    def clean_own(self) -> Any:
        """Return the key of the record that the address leads to, or None."""
        key = key_at(self.cleaned_data["own"], self.user)
        if key == self.practice.translation_key:
            raise forms.ValidationError(_("This is the practice that was adapted."))
        return key

    def clean(self) -> dict[str, Any]:
        """Ask for at least one of the four answers."""
        held = super().clean() or {}
        if not any((held.get(name) or "").strip() for name in TOLD):
            self.add_error("changed", _("Say at least what was kept, changed or dropped, or what came of it."))
        return held

    @property
    def values(self) -> dict[str, Any]:
        """What `actions.tell` takes."""
        held = {name: value for name, value in self.cleaned_data.items() if name != "own"}
        return {**held, "became_key": self.cleaned_data["own"]}


class DecisionForm(forms.Form):
    """What an editor decides."""

    own = forms.CharField(label=_("Its own record in this library"), max_length=500, required=False, widget=_line())
    reason = forms.CharField(
        label=_("Reason, if it is not shown"), max_length=1000, required=False, help_text=_("The person reads it."), widget=_area(2)
    )

    def __init__(self, *args: Any, user: Any, is_refused: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["reason"].required = is_refused

    def clean_own(self) -> Any:
        """Return the key of the record that the address leads to, or None."""
        return key_at(self.cleaned_data["own"], self.user)


def key_at(where: str, user: Any) -> Any:
    """Return the key of the practice at an address that this person may read, None for no address. Raises ValidationError."""
    if not where:
        return None
    try:
        parts = urlsplit(where.replace("\0", "")).path.strip("/").split("/")
    except ValueError:
        parts = [""]
    rows = practices_seen_by(user).filter(slug=parts[-1]).order_by().values_list("translation_key", "locale__language_code")
    found = set(rows.distinct()[:9]) if parts[-1] else set()
    # Two practices may have the same last word in two languages: the first word of an address is its language.
    keys = {key for key, code in found if code == content_code(parts[0])} or {key for key, _code in found}
    if len(keys) != 1:
        raise forms.ValidationError(_("No practice of this library is at this address."))
    return keys.pop()


def _named(row: Adaptation) -> str:
    return ", ".join(part for part in (row.country.name, row.place, str(row.year)) if part)
