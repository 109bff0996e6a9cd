"""Changing the address of an account."""

import pytest
from allauth.account.models import EmailAddress

from mail.models import Message
from tests.factories.accounts import PASSWORD, PersonFactory

pytestmark = pytest.mark.django_db
CHANGE, CONFIRM = "/en/account/email/", "/en/account/confirm-email/"
NEW = "new-one@example.org"


def _change(client, email=NEW):
    client.post("/en/account/reauthenticate/", {"password": PASSWORD})
    return client.post(CHANGE, {"email": email, "action_add": "1"})


def test_the_new_address_counts_once_its_code_is_typed_and_the_old_one_is_told(client, learner, code_for, newest_mail):
    client.force_login(learner)
    assert _change(client, NEW.upper()).url == CONFIRM
    learner.refresh_from_db()
    assert learner.email == "learner@example.org"

    assert client.post(CONFIRM, {"code": code_for(NEW)}).url == "/en/account/"

    learner.refresh_from_db()
    assert learner.email == NEW
    assert list(EmailAddress.objects.filter(user=learner).values_list("email", "verified", "primary")) == [(NEW, True, True)]
    assert NEW in newest_mail("learner@example.org").text
    assert client.get("/en/account/").status_code == 200


def test_it_needs_the_password_once_more(client, learner):
    client.force_login(learner)
    answer = client.post(CHANGE, {"email": NEW, "action_add": "1"})
    assert answer.url.startswith("/en/account/reauthenticate/")
    assert not Message.objects.exists()
    after = client.post(answer.url, {"password": PASSWORD})
    assert after.status_code == 302
    assert Message.objects.filter(to=NEW).exists()


def test_somebody_without_password_proves_herself_by_the_code_alone(client, code_for):
    person = PersonFactory(email="code@example.org", password=None)
    client.force_login(person)
    assert client.post(CHANGE, {"email": NEW, "action_add": "1"}).url == CONFIRM
    client.post(CONFIRM, {"code": code_for(NEW)})
    person.refresh_from_db()
    assert person.email == NEW


def test_anothers_address_looks_free_and_cannot_be_taken(client, learner, editor, code_for):
    client.force_login(learner)
    assert _change(client, editor.email).url == CONFIRM
    assert client.post(CONFIRM, {"code": code_for(editor.email)}).context["verify_form"].errors
    learner.refresh_from_db()
    assert learner.email == "learner@example.org"


@pytest.mark.parametrize(
    "address",
    ["", "learner@example.org", "no-address", "a@b", "x" * 250 + "@example.org", "a\x00@example.org", "a@example.org\nBcc: b@example.org"],
)
def test_what_is_no_new_address_is_refused_beside_its_field(client, learner, address):
    client.force_login(learner)
    answer = _change(client, address)
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == ["email"]


@pytest.mark.parametrize("action", ["action_send", "action_remove", "action_primary"])
def test_nothing_else_can_be_done_with_the_address(client, learner, action):
    client.force_login(learner)
    client.post("/en/account/reauthenticate/", {"password": PASSWORD})
    client.post(CHANGE, {"email": learner.email, action: "1"})
    assert EmailAddress.objects.filter(user=learner, email=learner.email, primary=True, verified=True).exists()
