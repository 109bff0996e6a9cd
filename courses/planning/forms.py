"""What staff enter about an edition."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.queries import languages
from courses.editions.choices import Policy
from courses.editions.days import FIRST_YEAR, LAST_YEAR, is_held, known_day
from courses.editions.models import Edition, Event, language_codes
from courses.editions.queries import Named, days_of

DAY = {"type": "date", "class": "input"}
MOST_PLACES = 100_000
MOST_MINUTES = 7 * 24 * 60
LONGEST_ID = 18  # digits of a row's id
MOMENT = "%Y-%m-%dT%H:%M"


def day_field(label: Any, help_text: Any = "") -> forms.DateField:
    """Return a field for one day, which may stay empty."""
    widget = forms.DateInput(attrs=DAY, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, help_text=help_text, validators=[known_day], widget=widget)


class Once(forms.Form):
    """A form that bears the id of what it makes, so that sent twice it makes one."""

    uid = forms.UUIDField(widget=forms.HiddenInput)


class NewForm(Once):
    """Which course, where it was not said."""

    course = forms.ChoiceField(label=_("Course"), widget=forms.Select(attrs={"class": "input"}))

    def __init__(self, *args: Any, courses: list[Named], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["course"].choices = [(str(course.key), course.title) for course in courses]  # type: ignore[attr-defined]


class EditionForm(forms.ModelForm):
    """Name, dates, languages, places, ways in."""

    languages = forms.MultipleChoiceField(label=_("Languages"), widget=forms.CheckboxSelectMultiple)
    zone = forms.CharField(
        label=_("Time zone"),
        max_length=64,
        help_text=_("Days begin and end there: Africa/Maputo."),
        widget=forms.TextInput(attrs={"class": "input", "dir": "ltr", "autocomplete": "off"}),
    )
    starts_on = day_field(_("First day"))
    ends_on = day_field(_("Last day"), _("Empty for a self-paced edition."))
    enrol_until = day_field(_("Enrolment until"), _("Empty: as long as the edition lasts."))

    places = forms.IntegerField(
        label=_("Places"),
        min_value=1,
        max_value=MOST_PLACES,
        required=False,
        help_text=_("Empty: as many as come. Fewer than take part now sends nobody away."),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )

    class Meta:
        model = Edition
        fields = ["name", "languages", "zone", "is_self_paced", "starts_on", "ends_on", "enrol_until", "places", "policy", "code"]
        help_texts = {
            "code": _("Only where one comes in with a code."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["languages"].choices = languages()  # type: ignore[attr-defined]
        for name in ("name", "places", "policy", "code"):
            self.fields[name].widget.attrs["class"] = "input"

    def clean_languages(self) -> list[str]:
        """Return the chosen languages in the order of the house."""
        chosen = self.cleaned_data["languages"]
        return [code for code in language_codes() if code in chosen]

    def clean(self) -> dict[str, Any]:
        """Hold the dates and the way in against one another."""
        held = super().clean() or {}
        starts_on, ends_on, until = held.get("starts_on"), held.get("ends_on"), held.get("enrol_until")
        if held.get("is_self_paced"):
            if ends_on:
                self.add_error("ends_on", _("A self-paced edition has no last day."))
        else:
            for name, day in (("starts_on", starts_on), ("ends_on", ends_on)):
                if not day and name not in self.errors:
                    self.add_error(name, _("This day is needed, unless the edition is self-paced."))
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("The last day is before the first."))
        if until and ends_on and until > ends_on:
            self.add_error("enrol_until", _("This is after the last day."))
        if held.get("policy") == Policy.CODE and not held.get("code", "").strip():
            self.add_error("code", _("Say which code lets people in."))
        return held

    def _post_clean(self) -> None:
        """Leave the row alone: the action changes it. The model's own checks are said above, beside the fields."""
        try:
            Edition._meta.get_field("zone").run_validators(self.cleaned_data.get("zone", ""))
        except forms.ValidationError as error:
            self.add_error("zone", error)


class CopyForm(Once):
    """What the next edition is called, and its first day."""

    name = forms.CharField(label=_("Name"), max_length=120, widget=forms.TextInput(attrs={"class": "input", "dir": "auto"}))
    starts_on = day_field(_("First day"), _("All other dates and events move with it."))

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.edition = edition
        self.fields["starts_on"].required = not edition.is_self_paced

    def clean_starts_on(self) -> date | None:
        """Refuse a day with which another day of the edition would lie out of the calendar."""
        day: date | None = self.cleaned_data["starts_on"]
        if day and self.edition.starts_on:
            moved = day - self.edition.starts_on
            if not all(is_held(held + moved) for held in days_of(self.edition)):
                raise forms.ValidationError(
                    _("Other days of the edition would then lie out of the years %(first)s to %(last)s."),
                    params={"first": FIRST_YEAR, "last": LAST_YEAR},
                )
        return day


class EventForm(forms.ModelForm):
    """Something to attend. The moment is of the edition's time zone, which is active while the form is read."""

    starts_at = forms.DateTimeField(
        label=_("Begins"),
        input_formats=[MOMENT, "%Y-%m-%d %H:%M"],
        validators=[known_day],
        widget=forms.DateTimeInput(attrs={**DAY, "type": "datetime-local"}, format=MOMENT),
    )

    link = forms.URLField(
        label=_("Address"),
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text=_("Where one takes part. Shown to those who take part in the edition."),
        widget=forms.URLInput(attrs={"dir": "ltr"}),
    )

    minutes = forms.IntegerField(
        label=_("Minutes"), min_value=1, max_value=MOST_MINUTES, initial=60, help_text=_("How long it lasts."), widget=forms.NumberInput
    )

    class Meta:
        model = Event
        fields = ["title", "starts_at", "minutes", "link", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 4, "dir": "auto"})}

    def __init__(self, *args: Any, zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = "input"
        self.fields["starts_at"].help_text = zone

    def _post_clean(self) -> None:
        """Leave the row alone: the action changes it."""


class PeopleField(forms.ModelMultipleChoiceField):
    """People by their row; a number that no row can have is nobody's."""

    def clean(self, value: Any) -> Any:
        """Refuse it before a database has to."""
        for one in value or []:
            if len(str(one)) > LONGEST_ID:
                raise forms.ValidationError(self.error_messages["invalid_choice"], params={"value": one[:LONGEST_ID]})
        return super().clean(value)


class FacilitatorsForm(forms.Form):
    """Who runs the edition."""

    people = PeopleField(User.objects.none(), label=_("Facilitators"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, candidates: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].queryset = candidates  # type: ignore[attr-defined]


class ModuleDatesForm(forms.Form):
    """Two days for each module: when it opens, when it is due."""

    def __init__(self, *args: Any, modules: list[Named], days: dict[UUID, tuple[date | None, date | None]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.modules = modules
        for module in modules:
            opens_on, due_on = days.get(module.key, (None, None))
            for name, label, day in (("opens", _("opens"), opens_on), ("due", _("due"), due_on)):
                field = day_field(label)
                field.initial = day
                self.fields[f"{name}-{module.key}"] = field

    def clean(self) -> dict[str, Any]:
        """Refuse a module that is due before it opens."""
        held = super().clean() or {}
        for module in self.modules:
            opens_on, due_on = self.days_of(module.key)
            if opens_on and due_on and due_on < opens_on:
                self.add_error(f"due-{module.key}", _("The module is due before it opens."))
        return held

    def days_of(self, key: UUID) -> tuple[date | None, date | None]:
        """Return what was entered for a module."""
        return self.cleaned_data.get(f"opens-{key}"), self.cleaned_data.get(f"due-{key}")

    def rows(self) -> list[tuple[Named, Any, Any]]:
        """Return each module with its two fields."""
        return [(module, self[f"opens-{module.key}"], self[f"due-{module.key}"]) for module in self.modules]
