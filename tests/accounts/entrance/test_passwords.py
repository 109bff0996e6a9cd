"""Passwords: forgotten, chosen through a link, changed, set."""

import pytest
from allauth.account.models import EmailAddress

from accounts.models import User
from tests.factories.accounts import PASSWORD, PersonFactory

pytestmark = pytest.mark.django_db
RESET, NEW = "/en/account/password/reset/", "another-good-one"


def _open(client, link):
    """Open a mailed link; return the page where the password is typed."""
    answer = client.get(link)
    assert answer.status_code == 302
    return answer.url


def test_a_forgotten_password_is_replaced_through_a_link_that_works_once(client, learner, link_for):
    assert client.post(RESET, {"email": learner.email}).url == RESET + "done/"
    link = link_for(learner.email)
    page = _open(client, link)
    assert link.rpartition("-")[2] not in page

    answer = client.post(page, {"password1": NEW})

    assert answer.url == "/pt/account/password/reset/key/done/" or answer.url.startswith("/")
    assert client.get("/en/account/").status_code == 200
    learner.refresh_from_db()
    assert learner.check_password(NEW)
    client.post("/en/account/logout/")
    assert client.get(link).status_code == 200
    assert client.get(link).context["token_fail"]


def test_the_link_is_in_the_persons_language_and_names_no_row(client, link_for):
    person = PersonFactory(email="fr@example.org", language="fr")
    client.post(RESET, {"email": person.email})
    assert link_for(person.email).startswith(f"/fr/account/password/reset/key/{person.uid.hex}-")


def test_opening_the_link_changes_nothing(client, learner, link_for):
    client.post(RESET, {"email": learner.email})
    client.get(_open(client, link_for(learner.email)))
    learner.refresh_from_db()
    assert learner.check_password(PASSWORD)
    assert client.get("/en/account/").status_code == 302


def test_an_unknown_address_looks_the_same_and_gets_a_mail_without_link(client, learner, newest_mail):
    known = client.post(RESET, {"email": learner.email})
    unknown = client.post(RESET, {"email": "nobody@example.org"})
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert "reset/key" not in newest_mail("nobody@example.org").text


def test_a_link_proves_the_address(client, link_for):
    person = PersonFactory(email="late@example.org", is_confirmed=False)
    client.post(RESET, {"email": person.email})
    client.post(_open(client, link_for(person.email)), {"password1": NEW})
    assert EmailAddress.objects.get(user=person, email=person.email).verified
    assert client.get("/en/account/").status_code == 200


def test_a_weak_password_is_refused_and_the_link_still_works(client, learner, link_for):
    client.post(RESET, {"email": learner.email})
    page = _open(client, link_for(learner.email))
    assert client.post(page, {"password1": "short"}).context["form"].errors
    client.post(page, {"password1": NEW})
    learner.refresh_from_db()
    assert learner.check_password(NEW)


def test_a_changed_address_makes_the_link_useless(client, learner, link_for):
    client.post(RESET, {"email": learner.email})
    User.objects.filter(pk=learner.pk).update(email="other@example.org")
    assert client.get(link_for(learner.email)).context["token_fail"]


@pytest.mark.parametrize(
    "link",
    [
        "/en/account/password/reset/key/1-abc/",
        "/en/account/password/reset/key/" + "0" * 32 + "-abc-def/",
        "/en/account/password/reset/key/" + "f" * 32 + "-set-password/",
        "/en/account/password/reset/key/" + "0" * 32 + "-%00/",
        "/en/account/password/reset/key/" + "0" * 32 + "-" + "a" * 5000 + "/",
    ],
)
def test_a_made_up_link_opens_nothing_and_breaks_nothing(client, link):
    answer = client.get(link)
    assert answer.status_code == 404 or answer.context["token_fail"]


def test_a_link_of_one_person_signs_out_another(client, learner, editor, link_for):
    client.post(RESET, {"email": learner.email})
    client.force_login(editor)
    client.post(_open(client, link_for(learner.email)), {"password1": NEW})
    assert client.get("/en/account/").context["user"] == learner


def test_a_password_is_changed_against_the_old_one_and_other_browsers_are_signed_out(client, learner, newest_mail):
    other = type(client)()
    other.force_login(learner)
    client.force_login(learner)
    wrong = client.post("/en/account/password/change/", {"oldpassword": "wrong-wrong", "password1": NEW})
    assert list(wrong.context["form"].errors) == ["oldpassword"]

    assert client.post("/en/account/password/change/", {"oldpassword": PASSWORD, "password1": NEW}).url == "/en/account/"

    assert client.get("/en/account/").status_code == 200
    assert other.get("/en/account/").status_code == 302
    assert "/pt/account/password/reset/" in newest_mail(learner.email).text


def test_somebody_without_password_sets_one(client, newest_mail):
    person = PersonFactory(email="code@example.org", password=None)
    client.force_login(person)
    assert client.get("/en/account/password/change/").url == "/en/account/password/set/"
    client.post("/en/account/password/set/", {"password1": NEW})
    person.refresh_from_db()
    assert person.check_password(NEW)
    assert newest_mail(person.email)


@pytest.mark.parametrize(
    "path", ["", "preferences/", "notices/", "data/", "erase/", "email/", "password/change/", "password/set/", "reauthenticate/"]
)
def test_strangers_are_led_to_the_door_and_back(client, path):
    assert client.get(f"/en/account/{path}").url == f"/en/account/login/?next=/en/account/{path}"
