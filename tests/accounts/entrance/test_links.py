"""Addresses in mails are whole and in the reader's language."""

import pytest
from django.utils.translation import get_language, override

from accounts.entrance.forms.passwords import PasswordLinkForm, password_link
from accounts.entrance.links import full_url
from tests.factories.accounts import PersonFactory


@pytest.mark.parametrize("language", ["pt", "pt-br", "en", "es", "fr"])
def test_an_address_is_whole_and_leaves_the_active_language_alone(settings, language):
    settings.SITE_URL = "https://academy.example.org"
    with override("en"):
        assert full_url("account_login", language) == f"https://academy.example.org/{language}/account/login/"
        assert get_language() == "en"


def _parts(link):
    uid, _dash, key = link.rstrip("/").rpartition("/key/")[2].partition("-")
    return {"uidb36": uid, "key": key}


@pytest.mark.django_db
def test_a_password_link_opens_for_its_person_until_the_password_changes():
    person, other = PersonFactory(), PersonFactory()
    parts = _parts(password_link(person))
    assert PasswordLinkForm(parts).is_valid()
    assert not PasswordLinkForm(parts | {"uidb36": other.uid.hex}).is_valid()
    assert not PasswordLinkForm(parts | {"key": parts["key"][:-1]}).is_valid()
    person.set_password("another-good-one")
    person.save()
    assert not PasswordLinkForm(parts).is_valid()


@pytest.mark.django_db
def test_a_password_link_ends_after_three_days(settings):
    parts = _parts(password_link(PersonFactory()))
    assert settings.PASSWORD_RESET_TIMEOUT == 3 * 24 * 60 * 60
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert not PasswordLinkForm(parts).is_valid()
