"""The link of an invitation, from the mail to the edition."""

import re
from datetime import date, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts.models import User
from courses.enrolment.actions import enrol, invite, take_back, withdraw
from courses.enrolment.links import invitation_token
from courses.enrolment.models import Enrolment, Invitation
from tests.factories.accounts import PersonFactory
from tests.factories.learning import edition_of

pytestmark = pytest.mark.django_db
ADDRESS = "awa@example.org"


@pytest.fixture
def edition(course):
    return edition_of(course, starts_on=date(2026, 1, 1), ends_on=date(2090, 1, 1), policy="invitation")


@pytest.fixture
def invited(edition, facilitator):
    said = {"name": "Awa Diop", "country": "SN", "institution": "Inspection du travail", "language": "en"}
    return invite(edition=edition, email=ADDRESS, by=facilitator, now=timezone.now(), **said)


@pytest.fixture
def link(invited, mails):
    [mail] = mails(ADDRESS)
    return re.search(r"https?://[^/]+(/en/learning/invitations/\S+)", mail.text)[1]


def test_somebody_without_an_account_signs_up_and_takes_part(client, link, edition):
    page = client.get(link)
    assert "Make an account" in page.text
    assert not Enrolment.objects.exists()
    answer = client.post(link)
    assert answer["Location"].startswith("/en/account/signup/?next=%2Fen%2Flearning%2Finvitations%2F")
    form = client.get(answer["Location"])
    for known in ('value="Awa Diop"', f'value="{ADDRESS}"', 'value="Inspection du travail"', 'value="SN" selected'):
        assert known in form.text
    said = {"email": ADDRESS, "name": "Awa Diop", "country": "SN", "language": "en", "is_of_age": "on", "is_accepted": "on"}
    answer = client.post(answer["Location"], said)
    assert answer["Location"] == link
    awa = User.objects.get(email=ADDRESS)
    assert EmailAddress.objects.get(user=awa).verified
    assert "Take part</button>" in client.get(link).text
    answer = client.post(link, follow=True)
    assert "You take part. Welcome." in answer.text
    assert Enrolment.objects.get().person == awa
    assert client.get(link)["Location"] == f"/en/learning/editions/{edition.uid}/"


def test_signing_up_with_another_address_is_not_proven_by_the_link(client, link):
    there = client.post(link)["Location"]
    said = {"email": "other@example.org", "name": "X", "country": "SN", "language": "en", "is_of_age": "on", "is_accepted": "on"}
    answer = client.post(there, said)
    assert "confirm" in answer["Location"]
    assert not EmailAddress.objects.filter(email="other@example.org", verified=True).exists()


def test_opening_the_link_proves_nothing_without_the_button(client, link):
    client.get(link)
    said = {"email": ADDRESS, "name": "X", "country": "SN", "language": "en", "is_of_age": "on", "is_accepted": "on"}
    client.post("/en/account/signup/", said)
    assert not EmailAddress.objects.filter(verified=True, email=ADDRESS).exists()


def test_somebody_with_an_account_signs_in_first(client, link):
    awa = PersonFactory(email=ADDRESS)
    answer = client.get(link)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/en/account/login/?next=/en/learning/invitations/")
    assert client.post(link)["Location"] == link
    client.force_login(awa)
    client.post(link)
    assert Enrolment.objects.get().person == awa


def test_another_person_is_refused_with_a_sentence_and_a_way_out(client, link, learner):
    client.force_login(learner)
    for answer in (client.get(link), client.post(link)):
        assert answer.status_code == 403
        assert "for another address" in answer.text
        assert "Sign out" in answer.text
    assert not Enrolment.objects.exists()


def test_links_that_do_not_hold_say_why(client, link, invited, facilitator):
    assert client.get("/en/learning/invitations/nonsense/").status_code == 404
    assert "not one of ours" in client.get(f"{link[:-2]}x/").text
    old = invitation_token(invited, timezone.now() - timedelta(days=31))
    answer = client.get(f"/en/learning/invitations/{old}/")
    assert (answer.status_code, "too old" in answer.text) == (410, True)
    take_back(invitation=invited, by=facilitator, now=timezone.now())
    answer = client.get(link)
    assert (answer.status_code, "taken back" in answer.text) == (410, True)


def test_after_a_new_link_the_old_one_does_not_hold(client, link, edition, facilitator):
    invite(edition=edition, email=ADDRESS, by=facilitator, is_again=True, now=timezone.now() + timedelta(minutes=1))
    answer = client.get(link)
    assert (answer.status_code, "newer mail" in answer.text) == (410, True)


def test_an_edition_that_was_closed_meanwhile_is_told(client, link, edition):
    edition.stage, edition.closed_at = "closed", timezone.now()
    edition.save()
    answer = client.get(link)
    assert (answer.status_code, "is closed" in answer.text) == (410, True)
    client.force_login(PersonFactory(email=ADDRESS))
    for answer in (client.get(link), client.post(link)):
        assert (answer.status_code, "is closed" in answer.text) == (403, True)
    assert Invitation.objects.get().answer == "sent"


def test_who_was_sent_away_since_is_told_and_stays_out(client, link, edition, facilitator):
    awa = PersonFactory(email=ADDRESS)
    row = enrol(person=awa, edition=edition, now=timezone.now())
    withdraw(enrolment=row, by=facilitator, reason="Twice the same person.", now=timezone.now())
    client.force_login(awa)
    for answer in (client.get(link), client.post(link)):
        assert (answer.status_code, "ended your part" in answer.text) == (403, True)
    assert not Enrolment.objects.get().is_active


def test_the_page_of_the_link_is_kept_by_no_cache_and_told_to_nobody(client, link):
    answer = client.get(link)
    assert "no-store" in answer["Cache-Control"]
    assert 'content="no-referrer"' in answer.text
    assert client.head(link).status_code == 200
