"""Signing up: whole ways with a browser's eyes."""

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts.actions import raise_notice
from accounts.models import Acceptance, User
from mail.models import Message
from tests.factories.accounts import PASSWORD, PersonFactory

pytestmark = pytest.mark.django_db
SIGN_UP, CONFIRM = "/en/account/signup/", "/en/account/confirm-email/"


def test_a_person_signs_up_with_a_code_only_and_is_in(client, sign_up_data, code_for):
    for kind in ("terms", "privacy"):
        raise_notice(kind=kind, version="1", now=timezone.now())

    answer = client.post(SIGN_UP, sign_up_data)

    assert answer.url == CONFIRM
    assert client.get(CONFIRM).status_code == 200
    person = User.objects.get(email="new@example.org")
    assert not EmailAddress.objects.get(user=person).verified
    answer = client.post(CONFIRM, {"code": code_for("new@example.org")})
    assert answer.url == "/en/"
    assert client.get("/en/account/").context["user"] == person
    person.refresh_from_db()
    assert (person.name, person.printed_name, person.country, person.time_zone) == ("Nova Pessoa", "Nova Pessoa", "AO", "Africa/Luanda")
    assert person.is_of_age
    assert not person.has_usable_password()
    assert EmailAddress.objects.get(user=person).verified
    assert Acceptance.objects.filter(person=person).count() == 2


def test_a_password_chosen_at_sign_up_signs_in_later(client, sign_up_data, code_for):
    client.post(SIGN_UP, sign_up_data | {"password1": PASSWORD})
    client.post(CONFIRM, {"code": code_for("new@example.org")})
    client.post("/en/account/logout/")

    client.post("/en/account/login/", {"login": "NEW@example.org", "password": PASSWORD, "way": "password"})

    assert client.get("/en/account/").status_code == 200


def test_where_one_wanted_to_go_is_kept_through_sign_up(client, sign_up_data, code_for):
    client.post(SIGN_UP, sign_up_data | {"next": "/en/account/preferences/"})

    answer = client.post(CONFIRM, {"code": code_for("new@example.org")})

    assert answer.url == "/en/account/preferences/"


def test_without_the_code_nobody_is_in(client, sign_up_data):
    client.post(SIGN_UP, sign_up_data | {"password1": PASSWORD})
    assert client.get("/en/account/").status_code == 302
    client.post("/en/account/login/", {"login": "new@example.org", "password": PASSWORD, "way": "password"})
    assert client.get("/en/account/").status_code == 302


@pytest.mark.parametrize("missing", ["email", "name", "country", "language", "is_of_age", "is_accepted"])
def test_what_is_missing_is_said_beside_its_field_and_what_was_typed_is_kept(client, sign_up_data, missing):
    answer = client.post(SIGN_UP, {name: value for name, value in sign_up_data.items() if name != missing} | {"institution": "Ministry"})

    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [missing]
    page = answer.content.decode()
    assert f'aria-describedby="id_{missing}' in page
    assert f'id="id_{missing}_error"' in page
    assert 'value="Ministry"' in page
    assert not User.objects.exists()


@pytest.mark.parametrize("country", ["XX", "ao", "A", "' or 1=1"])
def test_a_country_that_is_none_is_refused(client, sign_up_data, country):
    assert "country" in client.post(SIGN_UP, sign_up_data | {"country": country}).context["form"].errors


@pytest.mark.parametrize("password", ["short", "1234567890123", "password123", "new@example.org", "a\x00bcdefghijkl"])
def test_a_weak_password_is_refused_with_a_sentence(client, sign_up_data, password):
    assert "password1" in client.post(SIGN_UP, sign_up_data | {"password1": password}).context["form"].errors


def test_a_taken_address_looks_like_a_new_one_and_its_owner_is_told(client, sign_up_data, newest_mail):
    PersonFactory(email="taken@example.org", language="fr")
    fresh = client.post(SIGN_UP, sign_up_data)
    client.cookies.clear()

    taken = client.post(SIGN_UP, sign_up_data | {"email": "Taken@Example.org", "name": "Visit evil.example"})

    assert (taken.status_code, taken.url) == (fresh.status_code, fresh.url)
    assert client.get(CONFIRM).status_code == 200
    assert client.post(CONFIRM, {"code": "123456"}).status_code == 200
    mail = newest_mail("taken@example.org")
    assert "/fr/account/login/" in mail.text
    assert "evil" not in mail.text + mail.html
    assert User.objects.filter(email="taken@example.org").count() == 1


def test_the_same_form_sent_twice_makes_one_person(client, sign_up_data):
    client.post(SIGN_UP, sign_up_data)
    client.cookies.clear()
    assert client.post(SIGN_UP, sign_up_data).status_code == 302
    assert User.objects.count() == 1


def test_mails_to_one_address_are_not_sent_without_end(client, sign_up_data):
    for _try in range(8):
        client.cookies.clear()
        answer = client.post(SIGN_UP, sign_up_data)
    assert Message.objects.filter(to="new@example.org").count() == 6
    assert "Ask for another one in 15 minutes." in answer.content.decode()


def test_countries_are_named_and_sorted_in_the_readers_language(client):
    choices = client.get("/fr/account/signup/").context["form"].fields["country"].choices
    names = [name for _code, name in choices][1:]
    assert names.index("Égypte") < names.index("Espagne") < names.index("États-Unis")
    assert ("CV", "Cabo Verde") in choices or ("CV", "Cap-Vert") in choices


def test_somebody_signed_in_is_led_on(client, learner):
    client.force_login(learner)
    assert client.get(SIGN_UP).url == "/en/"
