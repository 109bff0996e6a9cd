"""A member's whole way: from the first code to the last click."""

import json
import re

import pytest
from django.test import Client
from django.utils import timezone

from accounts.actions import activate, deactivate, raise_notice
from accounts.models import Acceptance, User
from accounts.notices.middleware import TICK
from accounts.notices.queries import current_versions
from mail.models import Message

pytestmark = pytest.mark.django_db
ADDRESS = "ines@example.org"
SIGN_UP = {"email": ADDRESS, "name": "Inês", "country": "MZ", "language": "pt", "is_of_age": "on", "is_accepted": "on"}


def _newest(to=ADDRESS):
    return Message.objects.filter(to=to).order_by("-pk").first()


def _code(to=ADDRESS):
    return re.search(r"^\s+(\d{6})$", _newest(to).text, re.M)[1]


def _is_in(browser):
    return browser.get("/fr/account/").status_code == 200


@pytest.fixture
def member(client):
    """Sign up in Portuguese, with a code only."""
    for kind in ("terms", "privacy"):
        raise_notice(kind=kind, version="1", now=timezone.now())
    client.post("/pt/account/signup/", SIGN_UP)
    client.post("/pt/account/confirm-email/", {"code": _code()})
    return client


def test_from_sign_up_to_erasure(member):
    assert _is_in(member)

    member.post("/pt/account/preferences/", SIGN_UP | {"time_zone": "Africa/Maputo", "language": "fr", "name": "Inês Mutombo"})
    member.post("/fr/account/password/set/", {"password1": "um-lagarto-ao-sol"})
    assert _newest().language == "fr"

    other = Client()
    other.post("/fr/account/login/", {"login": ADDRESS, "password": "um-lagarto-ao-sol", "way": "password"})
    assert _is_in(other)

    raise_notice(kind="terms", version="2", now=timezone.now())
    asked = other.get("/fr/nowhere/")
    assert asked.url.startswith("/fr/account/notices/")
    other.post(asked.url, {TICK: current_versions()})
    assert Acceptance.objects.filter(person__email=ADDRESS).count() == 3

    held = json.loads(other.get("/fr/account/data/").content)
    assert held["person"]["name"] == "Inês Mutombo"
    assert len(held["accepted"]) == 3
    assert held["mails"]

    other.post("/fr/account/erase/", {"password": "um-lagarto-ao-sol", "is_sure": "on", "way": "erase"})
    assert not _is_in(other)
    assert not _is_in(member)
    assert not User.objects.filter(email=ADDRESS).exists()
    assert _newest() is None

    member.post("/pt/account/signup/", SIGN_UP)
    member.post("/pt/account/confirm-email/", {"code": _code()})
    assert _is_in(member)
    assert User.objects.get(email=ADDRESS).name == "Inês"


def test_a_new_address_takes_the_old_ones_place_everywhere(member):
    member.post("/pt/account/email/", {"email": "nova@example.org", "action_add": "1"})
    member.post("/pt/account/confirm-email/", {"code": _code("nova@example.org")})
    member.post("/pt/account/logout/")

    member.post("/pt/account/login/", {"login": ADDRESS, "way": "code"})
    assert not re.search(r"^\s+\d{6}$", _newest().text, re.M)
    member.post("/pt/account/login/other/")
    member.post("/pt/account/login/", {"login": "nova@example.org", "way": "code"})
    member.post("/pt/account/login/code/confirm/", {"code": _code("nova@example.org")})
    assert _is_in(member)


def test_closed_and_opened_again_she_is_who_she_was(member):
    person = User.objects.get(email=ADDRESS)
    deactivate(person=person, now=timezone.now())
    assert not _is_in(member)
    member.post("/pt/account/login/", {"login": ADDRESS, "way": "code"})
    assert not re.search(r"^\s+\d{6}$", _newest().text, re.M)

    activate(person=person, now=timezone.now())
    assert not _is_in(member)
    member.post("/pt/account/login/other/")
    member.post("/pt/account/login/", {"login": ADDRESS, "way": "code"})
    member.post("/pt/account/login/code/confirm/", {"code": _code()})
    assert _is_in(member)
    assert Acceptance.objects.filter(person=person).count() == 2
