"""The accounts of other houses that open one: joined, parted from, told, erased."""

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.utils import timezone

from accounts.actions import erase
from accounts.models import User
from accounts.privacy.queries import held_about
from mail.models import Message
from tests.factories.accounts import PersonFactory

pytestmark = pytest.mark.django_db
SIGN_UP, LIST = "/fr/account/social/signup/", "/fr/account/social/"


def is_in(client):
    return client.get("/en/account/").status_code == 200


def test_signed_in_one_joins_and_parts(client, go, house, newest_mail):
    person = PersonFactory(email="me@example.org", password=None, language="fr")
    client.force_login(person)
    go(next=LIST)
    assert SocialAccount.objects.get().user == person
    assert EmailAddress.objects.filter(user=person).count() == 1
    page = client.get(LIST)
    assert "Nova Pessoa" in page.text
    assert house.base in page["Content-Security-Policy"]
    client.post(LIST, {"account": SocialAccount.objects.get().pk})
    assert not SocialAccount.objects.exists()
    assert Message.objects.filter(to="me@example.org").count() == 2


def test_nobody_parts_anothers(client, house):
    theirs = SocialAccount.objects.create(user=PersonFactory(), provider="google", uid="9")
    assert client.post(LIST, {"account": theirs.pk}).status_code == 302
    client.force_login(PersonFactory())
    for typed in (theirs.pk, "", "x", 10**30):
        assert client.post(LIST, {"account": typed}).status_code == 200
    assert SocialAccount.objects.filter(pk=theirs.pk).exists()


def test_signed_in_an_account_that_is_somebodys_is_not_taken(client, go):
    SocialAccount.objects.create(user=PersonFactory(), provider="google", uid="g-1")
    client.force_login(PersonFactory(email="me@example.org", password=None))
    go()
    assert SocialAccount.objects.get().user.email != "me@example.org"


def test_little_is_kept_and_it_is_told_and_erased(client, go, house, who):
    house.person |= {"picture": "https://x/y.png", "locale": "pt", "hd": "example.org"}
    go()
    client.post(SIGN_UP, who)
    row = SocialAccount.objects.get()
    assert set(row.extra_data) == {"name", "username", "email"}
    assert not SocialToken.objects.exists()
    person = User.objects.get()
    assert held_about(person, timezone.now())["joined_accounts"][0]["house"] == "google"
    erase(person=person, now=timezone.now())
    assert not SocialAccount.objects.exists()


def test_a_closed_account_stays_closed(client, go, who):
    go()
    client.post(SIGN_UP, who)
    User.objects.update(is_active=False)
    client.post("/fr/account/logout/")
    go()
    assert not is_in(client)


def test_the_list_asks_as_many_questions_for_one_account_as_for_three(client, house, django_assert_max_num_queries):
    person = PersonFactory()
    client.force_login(person)
    counts = []
    for number in range(3):
        SocialAccount.objects.create(user=person, provider="google", uid=str(number))
        client.get(LIST)
        with django_assert_max_num_queries(12) as asked:
            client.get(LIST)
        counts.append(len(asked))
    assert len(set(counts)) == 1
