"""Questions about people, countries and time zones."""

import pytest
from django.contrib.auth.models import Group

from accounts.people.choices import GROUPS
from accounts.people.countries import folded, sorted_names, time_zone_of, time_zones
from accounts.people.queries import by_address, by_uid, countries, country_name, found_by, languages
from tests.factories.accounts import PersonFactory


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("MZ", "pt", "Moçambique"),
        ("VN", "pt", "Vietname"),
        ("VN", "pt-br", "Vietnã"),
        ("DE", "fr", "Allemagne"),
        ("CI", "en", "Côte d’Ivoire"),
        ("MZ", "xx", "Mozambique"),
        ("MZ", "fr-ca", "Mozambique"),
        ("ZZ", "pt", "ZZ"),
        ("", "pt", ""),
    ],
)
def test_countries_have_names_in_five_languages(code, language, name):
    assert country_name(code, language) == name


@pytest.mark.parametrize("language", ["pt", "pt-br", "en", "es", "fr"])
def test_every_country_is_there_in_the_order_in_which_one_looks(language):
    found = countries(language)
    assert len(found) == 247
    assert all(name for _code, name in found)
    assert found == sorted(found, key=lambda pair: folded(pair[1]))


def test_accents_do_not_send_a_country_to_the_end():
    names = [name for _code, name in sorted_names("pt")]
    assert names.index("África do Sul") < names.index("Albânia") < names.index("Zâmbia")


def test_a_person_begins_in_the_time_zone_of_her_country():
    found = [time_zone_of(code) for code in ("MZ", "TL", "", "ZZ")]
    assert found == ["Africa/Maputo", "Asia/Dili", "UTC", "UTC"]
    assert all(time_zone_of(code) in time_zones() for code, _name in countries("en"))


def test_languages_are_named_in_themselves():
    assert languages() == [("pt", "Português"), ("pt-br", "Português (Brasil)"), ("en", "English"), ("es", "Español"), ("fr", "Français")]


@pytest.mark.django_db
def test_people_are_found_by_words_of_name_address_and_institution():
    ana = PersonFactory(name="Ana Silva", institution="Ministério do Trabalho", email="ana@example.org")
    PersonFactory(name="Rui Costa")
    assert list(found_by("silva trabalho")) == [ana]
    assert list(found_by("ANA@")) == [ana]
    assert not found_by("nobody").exists()
    assert found_by("\x00 % _ '").count() in (0, 1, 2)


@pytest.mark.django_db
def test_people_are_known_by_address_and_outside_id():
    person = PersonFactory(email="ana@example.org")
    assert by_address(" ANA@example.org ") == person
    assert by_address("") is None
    assert by_uid(str(person.uid)) == by_uid(person.uid.hex) == person
    for nonsense in ("", "1", "x" * 32, "\x00", "' or 1=1", str(person.pk)):
        assert by_uid(nonsense) is None


@pytest.mark.django_db
def test_the_six_groups_came_by_migration():
    assert set(Group.objects.filter(name__in=GROUPS).values_list("name", flat=True)) == set(GROUPS)
