"""Who another house sends: somebody new, somebody known, with and without proof."""

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.utils import timezone

from accounts.actions import raise_notice
from accounts.entrance.joining import WAITING, WAITS_SECONDS
from accounts.models import Acceptance, User
from mail.models import Message
from tests.factories.accounts import PASSWORD, PersonFactory

pytestmark = pytest.mark.django_db
SIGN_UP, JOIN = "/fr/account/social/signup/", "/fr/account/social/join/"


def is_in(client):
    return client.get("/en/account/").status_code == 200


def sign_in(client, email, code_for):
    client.post("/fr/account/login/", {"login": email, "way": "code"})
    return client.post("/fr/account/login/code/confirm/", {"code": code_for(email)})


def test_a_new_person_says_who_she_is_accepts_and_is_in_for_google_has_proven_her_address(client, go, who):
    for kind in ("terms", "privacy"):
        raise_notice(kind=kind, version="1", now=timezone.now())
    answer = go(follow=True)
    assert answer.request["PATH_INFO"] == SIGN_UP
    assert 'value="Nova Pessoa"' in answer.text
    assert 'value="new@example.org"' in answer.text
    assert not User.objects.exists()

    answer = client.post(SIGN_UP, who)

    person = User.objects.get()
    assert (answer.status_code, is_in(client)) == (302, True)
    assert (person.email, person.is_of_age, person.has_usable_password()) == ("new@example.org", True, False)
    assert Acceptance.objects.filter(person=person).count() == 2
    assert EmailAddress.objects.get(user=person).verified
    assert SocialAccount.objects.get(user=person).uid == "g-1"


@pytest.mark.parametrize("missing", ["is_of_age", "is_accepted", "email", "name", "country"])
def test_nobody_is_let_past_terms_and_age(client, go, who, missing):
    go()
    answer = client.post(SIGN_UP, who | {missing: ""})
    assert 'aria-invalid="true"' in answer.text
    assert not User.objects.exists()
    client.post(SIGN_UP, who)
    assert User.objects.exists()


def test_the_second_time_one_press_is_enough(client, go, who):
    go()
    client.post(SIGN_UP, who)
    client.post("/fr/account/logout/")
    answer = go(next="/fr/account/preferences/")
    assert answer["Location"] == "/fr/account/preferences/"
    assert is_in(client)
    assert User.objects.count() == 1


def test_an_address_elsewhere_is_not_followed(client, go, who):
    go()
    client.post(SIGN_UP, who)
    client.post("/fr/account/logout/")
    assert "evil" not in go(next="https://evil.example/")["Location"]


def test_x_gives_no_address_it_is_asked_for_and_proven_by_the_code(client, go, house, who, code_for):
    del house.person["email"]
    answer = go("twitter_oauth2", follow=True)
    assert 'name="email"' in answer.text
    assert 'value="Nova Pessoa"' in answer.text
    client.post(SIGN_UP, who)
    assert not is_in(client)
    client.post("/fr/account/confirm-email/", {"code": code_for("new@example.org")})
    assert is_in(client)
    assert SocialAccount.objects.get().provider == "twitter_oauth2"


def test_what_facebook_says_of_an_address_proves_nothing(client, go, who, code_for):
    go("facebook")
    client.post(SIGN_UP, who)
    assert not is_in(client)
    assert not EmailAddress.objects.get().verified
    client.post("/fr/account/confirm-email/", {"code": code_for("new@example.org")})
    assert is_in(client)


def test_another_address_than_the_proven_one_is_proven_by_the_code(client, go, who):
    go()
    client.post(SIGN_UP, who | {"email": "other@example.org"})
    assert not is_in(client)
    assert [(row.email, row.verified) for row in EmailAddress.objects.all()] == [("other@example.org", False)]


def test_a_known_address_opens_nothing_without_proof(client, go, house, who):
    PersonFactory(email="new@example.org")
    answer = go()
    assert answer["Location"] == "/fr/account/login/"
    assert not is_in(client)
    for verified in (False, None):
        house.person["email_verified"] = verified
        go()
        client.post(SIGN_UP, who)
        assert not is_in(client)
    assert not SocialAccount.objects.exists()
    assert User.objects.count() == 1


def test_a_known_address_is_joined_after_the_code_and_a_press(client, go, code_for, newest_mail):
    person = PersonFactory(email="new@example.org", language="fr")
    go()
    answer = sign_in(client, "new@example.org", code_for)
    assert answer["Location"].startswith(f"{JOIN}?next=")
    assert not SocialAccount.objects.exists()
    assert "Google" in client.get(answer["Location"]).text

    client.post(JOIN, {"answer": "join", "next": "/fr/"})

    assert SocialAccount.objects.get().user == person
    assert "Google" in newest_mail("new@example.org").text
    client.post("/fr/account/logout/")
    go()
    assert is_in(client)


def test_a_known_address_is_joined_after_the_password_too(client, go):
    PersonFactory(email="new@example.org")
    go()
    answer = client.post("/fr/account/login/", {"login": "new@example.org", "password": PASSWORD, "way": "password"})
    client.post(answer["Location"], {"answer": "join"})
    assert SocialAccount.objects.exists()


def test_an_address_typed_after_x_that_has_an_account_looks_like_any_other(client, go, house, who, code_for):
    del house.person["email"]
    PersonFactory(email="known@example.org", language="fr")
    go("twitter_oauth2")
    known = client.post(SIGN_UP, who | {"email": "known@example.org"})
    assert (known.status_code, known["Location"]) == (302, "/fr/account/confirm-email/")
    assert User.objects.count() == 1
    assert Message.objects.get(to="known@example.org")
    client.post("/fr/account/login/other/")
    answer = sign_in(client, "known@example.org", code_for)
    assert answer["Location"].startswith(JOIN)
    client.post(JOIN, {"answer": "join"})
    assert SocialAccount.objects.get().user.email == "known@example.org"


def test_whoever_says_no_is_not_joined_and_not_asked_again(client, go, code_for):
    PersonFactory(email="new@example.org")
    go()
    sign_in(client, "new@example.org", code_for)
    client.post(JOIN, {"answer": "no"})
    assert not SocialAccount.objects.exists()
    assert WAITING not in client.session
    assert client.get(JOIN).status_code == 302


def test_what_waits_is_for_one_address_and_half_an_hour(client, go):
    PersonFactory(email="new@example.org")
    other = PersonFactory(email="other@example.org")
    go()
    client.post("/fr/account/login/", {"login": other.email, "password": PASSWORD, "way": "password"})
    client.post(JOIN, {"answer": "join"})
    assert not SocialAccount.objects.exists()
    client.post("/fr/account/logout/")
    go()
    session = client.session
    session[WAITING] = session[WAITING] | {"at": session[WAITING]["at"] - WAITS_SECONDS - 1}
    session.save()
    answer = client.post("/fr/account/login/", {"login": "new@example.org", "password": PASSWORD, "way": "password"})
    assert JOIN not in answer["Location"]


def test_an_account_that_somebody_has_already_is_not_joined_twice(client, go, code_for):
    PersonFactory(email="new@example.org")
    go()
    sign_in(client, "new@example.org", code_for)
    SocialAccount.objects.create(user=PersonFactory(), provider="google", uid="g-1")
    client.post(JOIN, {"answer": "join"})
    assert SocialAccount.objects.get().user.email != "new@example.org"
