"""Hostile strings in every field of people: refused with a sentence or inert, never a 500."""

import pytest

from accounts.models import User
from tests.factories.accounts import PASSWORD

pytestmark = pytest.mark.django_db
STRINGS = [
    "\x00",
    "a\x00b",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ settings.SECRET_KEY }}{% csrf_token %}",
    "%s%n%(name)s{0}",
    "' OR 1=1 --",
    "\u202egnp.exe",
    "a\r\nBcc: all@example.org",
    "x" * 100_000,
    "🧵" * 300,
    "\ufffe\uffff",
    "../../etc/passwd",
    "http://evil.example/",
    "=cmd|' /C calc'!A0",
]


@pytest.mark.parametrize("field", ["email", "name", "country", "institution", "language", "password1", "is_of_age", "next"])
@pytest.mark.parametrize("text", STRINGS)
def test_signing_up(client, sign_up_data, field, text):
    answer = client.post("/en/account/signup/", sign_up_data | {field: text})
    assert answer.status_code in (200, 302)
    page = answer.content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    for person in User.objects.all():
        for kept in (person.name, person.institution):
            assert not set(kept) & set("\x00\r\n\u202e")
            assert len(kept) <= 200


@pytest.mark.parametrize("field", ["login", "password", "way", "next"])
@pytest.mark.parametrize("text", STRINGS)
def test_signing_in(client, learner, field, text):
    answer = client.post("/en/account/login/", {"login": learner.email, "password": "wrong-wrong", "way": "password"} | {field: text})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("text", STRINGS)
def test_codes_addresses_and_links(client, learner, text):
    assert client.post("/en/account/password/reset/", {"email": text}).status_code == 200
    client.post("/en/account/login/", {"login": learner.email, "way": "code"})
    assert client.post("/en/account/login/code/confirm/", {"code": text, "action": text}).status_code == 200
    assert client.get("/en/account/signup/", {"email": text}).status_code == 200
    client.force_login(learner)
    client.post("/en/account/reauthenticate/", {"password": PASSWORD})
    assert client.post("/en/account/email/", {"email": text, "action_add": "1"}).status_code == 200
    assert client.post("/en/account/erase/", {"code": text, "password": text, "is_sure": "on", "way": text}).status_code == 200


@pytest.mark.parametrize("field", ["name", "printed_name", "institution", "country", "time_zone", "language"])
@pytest.mark.parametrize("text", STRINGS)
def test_preferences(client, learner, field, text):
    client.force_login(learner)
    data = {"name": "Ana", "printed_name": "", "institution": "", "country": "MZ", "time_zone": "UTC", "language": "en"}
    assert client.post("/en/account/preferences/", data | {field: text}).status_code in (200, 302)
    page = client.get("/en/account/").content.decode()
    assert "<script>alert" not in page
    assert "\u202e" not in page
    assert "<img src=x" not in page
