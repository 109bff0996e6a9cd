"""All that is held about a person, as one file."""

import json

import pytest
from django.utils import timezone
from wagtail import hooks

from accounts.actions import accept_notices, raise_notice

pytestmark = pytest.mark.django_db


def test_one_file_holds_the_row_the_addresses_what_was_accepted_and_what_other_storeys_hold(client, learner, editor):
    notice = raise_notice(kind="terms", version="1", now=timezone.now())
    accept_notices(person=learner, notices=[notice], now=timezone.now())
    client.force_login(learner)

    with hooks.register_temporarily("personal_data", lambda person: {"posts": [f"by {person.name}"]}):
        answer = client.get("/pt/account/data/")

    assert answer["Content-Type"] == "application/json"
    assert answer["Content-Disposition"].startswith("attachment")
    data = json.loads(answer.content)
    assert data["person"]["email"] == learner.email
    assert data["person"]["name"] == "Inês Mutombo"
    assert data["person"]["id"] == str(learner.uid)
    assert data["addresses"] == [{"email": learner.email, "is_confirmed": True, "is_main": True}]
    assert [row["version"] for row in data["accepted"]] == ["1"]
    assert data["posts"] == ["by Inês Mutombo"]
    assert "Inês" in answer.content.decode()
    assert learner.password not in answer.content.decode()
    assert editor.email not in answer.content.decode()


def test_the_mails_that_were_written_to_the_person_are_in_it(client, learner):
    client.post("/pt/account/password/reset/", {"email": learner.email})
    client.force_login(learner)
    assert "mails" in json.loads(client.get("/pt/account/data/").content)


def test_a_stranger_gets_nothing(client):
    assert client.get("/pt/account/data/").status_code == 302
