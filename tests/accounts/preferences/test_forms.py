"""What may be chosen in the preferences."""

from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from accounts.preferences.forms import PreferencesForm, grouped_time_zones
from tests.accounts.preferences.test_views import DATA


def test_time_zones_stand_by_area_with_readable_cities_and_all_exist():
    areas = dict(grouped_time_zones())
    assert next(iter(areas)) == "UTC"
    assert ("America/Sao_Paulo", "Sao Paulo") in areas["America"]
    assert ("Africa/Maputo", "Maputo") in areas["Africa"]
    for zones in areas.values():
        for name, label in zones:
            assert ZoneInfo(name)
            assert "_" not in label


@pytest.mark.parametrize(("language", "name"), [("pt", "Alemanha"), ("en", "Germany"), ("es", "Alemania"), ("fr", "Allemagne")])
def test_countries_are_named_in_the_language_that_is_read(language, name):
    with override(language):
        assert ("DE", name) in PreferencesForm().fields["country"].choices


def test_names_lose_what_cannot_be_seen():
    form = PreferencesForm(DATA | {"name": "\u200bAna\u202e  Silva\r\n", "institution": "\x00"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["name"] == "Ana Silva"
    assert form.cleaned_data["institution"] == ""


def test_a_name_of_nothing_to_be_seen_is_no_name():
    assert list(PreferencesForm(DATA | {"name": "\u200b\u202e "}).errors) == ["name"]


def test_every_field_has_a_label_and_the_look_of_the_house():
    form = PreferencesForm()
    for field in form:
        assert field.label
        assert field.field.widget.attrs["class"] == "input"
