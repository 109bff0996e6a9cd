"""Signing in by password or by mailed code, on one page; signing out."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session

from mail.models import Message
from tests.factories.accounts import PASSWORD, PersonFactory

pytestmark = pytest.mark.django_db
SIGN_IN, CODE = "/en/account/login/", "/en/account/login/code/confirm/"


def _password(client, email="learner@example.org", password=PASSWORD, **more):
    return client.post(SIGN_IN, {"login": email, "password": password, "way": "password"} | more)


def _is_in(client):
    return client.get("/en/account/").status_code == 200


def test_the_page_has_both_ways_and_needs_no_script(client):
    page = client.get(SIGN_IN).content.decode()
    assert 'name="way" value="code"' in page
    assert 'name="way" value="password"' in page
    assert "<script" not in page.partition("<main")[2].partition("</main>")[0]
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page


def test_a_password_signs_in_whatever_the_case_of_the_address(client, learner):
    answer = _password(client, email=" Learner@EXAMPLE.org ")
    assert answer.url == "/en/"
    assert answer.cookies["language"].value == learner.language
    assert _is_in(client)


@pytest.mark.parametrize("more", [{"way": ""}, {"way": "nonsense"}])
def test_enter_after_typing_a_password_uses_it(client, learner, more):
    _password(client, **more)
    assert _is_in(client)


def test_a_mailed_code_signs_in(client, learner, code_for):
    assert client.post(SIGN_IN, {"login": learner.email, "way": "code"}).url == CODE
    page = client.get(CODE).content.decode()
    assert 'autocomplete="one-time-code"' in page
    code = code_for(learner.email)

    assert client.post(CODE, {"code": f" {code[:3]} {code[3:]} "}).url == "/en/"

    assert _is_in(client)


def test_a_code_button_wins_over_a_password_that_the_browser_filled_in(client, learner):
    assert client.post(SIGN_IN, {"login": learner.email, "password": "stale-password", "way": "code"}).url == CODE


def test_a_code_counts_once(client, learner, code_for):
    client.post(SIGN_IN, {"login": learner.email, "way": "code"})
    code = code_for(learner.email)
    client.post(CODE, {"code": code})
    client.post("/en/account/logout/")

    assert client.post(CODE, {"code": code}).url == SIGN_IN + "code/"
    assert not _is_in(client)


def test_a_new_code_makes_the_old_one_useless(client, learner, code_for):
    client.post(SIGN_IN, {"login": learner.email, "way": "code"})
    old = code_for(learner.email)
    client.post(CODE, {"action": "resend"})
    new = code_for(learner.email)
    if old != new:
        client.post(CODE, {"code": old})
        assert not _is_in(client)
    client.post(CODE, {"code": new})
    assert _is_in(client)


def test_a_code_asked_for_leaves_the_password_open(client, learner):
    client.post(SIGN_IN, {"login": learner.email, "way": "code"})
    page = client.get(SIGN_IN)
    assert page.context["pending_url"] == CODE
    assert page.context["form"].initial["login"] == learner.email
    _password(client)
    assert _is_in(client)


def test_another_way_can_be_chosen_on_the_page_of_the_code(client, learner):
    client.post(SIGN_IN, {"login": learner.email, "way": "code"})
    assert client.get("/en/account/login/other/").status_code == 405
    assert client.post("/en/account/login/other/").url == SIGN_IN
    assert "pending_url" not in client.get(SIGN_IN).context


def test_an_unknown_address_gets_the_same_answers_and_a_mail_that_says_so(client, learner, newest_mail):
    known = client.post(SIGN_IN, {"login": learner.email, "way": "code"})
    known_page = client.get(CODE).content.decode().replace(learner.email, "@")
    client.cookies.clear()
    unknown = client.post(SIGN_IN, {"login": "nobody@example.org", "way": "code"})
    unknown_page = client.get(CODE).content.decode().replace("nobody@example.org", "@")

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert _without_tokens(known_page) == _without_tokens(unknown_page)
    assert "/en/account/signup/" in newest_mail("nobody@example.org").text
    assert client.post(CODE, {"code": "000000"}).context["form"].errors


def _without_tokens(page):
    page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)
    return re.sub(r"\d+,?\d* ?kB", "", page)


def test_a_wrong_password_says_the_same_with_and_without_an_account(client, learner):
    wrong = _password(client, password="wrong-wrong-wrong")
    nobody = _password(client, email="nobody@example.org")
    assert wrong.context["form"].errors == nobody.context["form"].errors
    assert "<details open>" in wrong.content.decode()
    assert 'value="learner@example.org"' in wrong.content.decode()
    assert PASSWORD not in nobody.content.decode()


def test_an_empty_password_is_asked_for(client, learner):
    assert list(_password(client, password="").context["form"].errors) == ["password"]


@pytest.mark.parametrize("way", [{"password": PASSWORD, "way": "password"}, {"way": "code"}])
def test_a_closed_account_does_not_open(client, learner, way):
    learner.is_active = False
    learner.save()
    client.post(SIGN_IN, {"login": learner.email} | way)
    assert not _is_in(client)
    assert not Message.objects.filter(to=learner.email, text__regex=r"\d{6}").exists()


def test_an_account_closed_meanwhile_ends_open_sessions(client, learner):
    client.force_login(learner)
    learner.is_active = False
    learner.save()
    assert not _is_in(client)


def test_an_unconfirmed_person_with_the_right_password_is_asked_for_a_code(client, code_for):
    person = PersonFactory(email="late@example.org", is_confirmed=False)
    assert _password(client, email=person.email).url == "/en/account/confirm-email/"
    assert client.post("/en/account/confirm-email/", {"code": code_for(person.email)}).url == "/en/"
    assert _is_in(client)
    assert EmailAddress.objects.get(user=person).verified
    person.refresh_from_db()
    assert person.has_usable_password()


def test_a_password_set_by_whoever_squatted_on_an_address_dies_when_its_owner_confirms_it(client, code_for):
    person = PersonFactory(email="owner@example.org", is_confirmed=False, password="the-squatters-one")
    client.post(SIGN_IN, {"login": person.email, "way": "code"})

    client.post(CODE, {"code": code_for(person.email)})

    assert _is_in(client)
    person.refresh_from_db()
    assert not person.has_usable_password()
    assert EmailAddress.objects.get(user=person).verified


def test_the_session_gets_a_new_key_when_signing_in_and_none_survives_signing_out(client, learner):
    client.post(SIGN_IN, {"login": learner.email, "way": "code"})
    before = client.session.session_key
    _password(client)
    signed_in = client.session.session_key
    assert signed_in != before
    assert not Session.objects.filter(pk=before).exists()
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"

    client.post("/en/account/logout/")

    assert not Session.objects.filter(pk=signed_in).exists()
    assert not _is_in(client)


def test_signing_out_needs_a_button(client, learner):
    client.force_login(learner)
    assert client.get("/en/account/logout/").status_code == 200
    assert _is_in(client)
    assert client.post("/en/account/logout/").url == "/en/"
    assert not _is_in(client)


def test_somebody_signed_in_is_led_to_where_she_wanted(client, learner):
    client.force_login(learner)
    assert client.get(SIGN_IN + "?next=/en/account/erase/").url == "/en/account/erase/"


@pytest.mark.parametrize("onward", ["/en/account/preferences/", "/pt/cursos/?page=2#fim"])
def test_where_one_wanted_to_go_is_kept_by_both_ways(client, learner, code_for, onward):
    assert _password(client, next=onward).url == onward
    client.post("/en/account/logout/")
    answer = client.post(SIGN_IN, {"login": learner.email, "way": "code", "next": onward})
    assert client.post(answer.url, {"code": code_for(learner.email)}).url == onward


@pytest.mark.parametrize(
    "onward",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "http:///evil.example",
        "\x00/en/",
        "/en/\r\nSet-Cookie: a=b",
        " //evil.example",
        "x" * 5000,
        "%5c%5cevil.example",
        "/en/\x00",
    ],
)
def test_a_hostile_next_leads_nowhere_else(client, learner, onward):
    page = client.get(SIGN_IN, {"next": onward})
    assert page.status_code == 200
    assert client.get("/admin/login/", {"next": onward}).status_code == 302
    answer = _password(client, next=onward)
    assert answer.status_code == 302
    assert answer.url.startswith("/en/") or not answer.url.startswith(("/\\", "//", "http", "javascript"))
    assert "evil.example" not in answer.url or answer.url.startswith(("/en/", "%5c"))
    assert "\n" not in answer["Location"]
    assert "a" not in answer.cookies
