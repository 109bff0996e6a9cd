"""Which mails one wants; the links in a mail stop its kind with one click."""

import pytest

from courses.letters.actions import write_due
from courses.letters.choices import Letter
from mail.composing import composed
from mail.models import Message
from mail.queries import kind_label, stopped_kinds
from tests.courses.letters.test_actions import MONDAY

pytestmark = pytest.mark.django_db
ADDRESS = "/en/learning/letters/"


def test_a_stranger_is_led_to_the_door(client):
    assert client.get(ADDRESS).status_code == 302


def test_all_are_wanted_until_she_says_otherwise(client, ines):
    client.force_login(ines)
    page = client.get(ADDRESS).content.decode()
    assert page.count("checked") == 3
    client.post(ADDRESS, {"letters": ["courses-due"]})
    assert stopped_kinds(address=ines.email) == {"courses-start", "courses-week"}
    assert client.get(ADDRESS).content.decode().count("checked") == 1
    client.post(ADDRESS, {})
    assert len(stopped_kinds(address=ines.email)) == 3
    client.post(ADDRESS, {"letters": [letter.value for letter in Letter]})
    assert stopped_kinds(address=ines.email) == set()


def test_a_kind_that_is_none_is_refused(client, ines):
    client.force_login(ines)
    assert client.post(ADDRESS, {"letters": ["x"]}).status_code == 422


def test_the_mail_can_be_stopped_with_one_click(client, enrolment, ines):
    write_due(now=MONDAY)
    mail = composed(Message.objects.get())
    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = mail.extra_headers["List-Unsubscribe"].split(">")[0].strip("<")
    assert client.get(address).status_code == 200
    assert stopped_kinds(address=ines.email) == set()
    client.post(address, {"List-Unsubscribe": "One-Click"})
    assert stopped_kinds(address=ines.email) == {"courses-week"}


def test_every_kind_has_a_name():
    assert all(kind_label(letter.value) for letter in Letter)


def test_the_account_leads_here(client, ines):
    client.force_login(ines)
    assert f'href="{ADDRESS}"' in client.get("/en/account/").content.decode()
