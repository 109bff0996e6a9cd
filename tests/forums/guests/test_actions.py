"""Guests come, are proven, are forgotten."""

import pytest
from django.db import IntegrityError, transaction

from forums.guests.actions import blank, meet, prove, rename, turn_link
from forums.guests.links import confirm_token, open_token, read_confirmation
from forums.guests.models import Guest
from forums.guests.queries import guest_of, opened_by, proven_with
from tests.factories.forums import NOW, guest, later

pytestmark = pytest.mark.django_db


def met(**more):
    return meet(**({"email": "awa@example.org", "name": "Awa", "language": "fr", "now": NOW} | more))


def test_one_address_is_one_row_whatever_its_letters():
    first = met(email=" AWA@example.org ")
    assert met(now=later(5)) == first
    first.refresh_from_db()
    assert (first.email, first.accepted_at, first.of_age_at, first.created_at) == ("awa@example.org", NOW, NOW, NOW)


def test_the_last_name_counts_until_the_address_is_proven():
    met()
    assert met(name="Awa Diop", language="pt").name == "Awa Diop"
    prove(guest=Guest.objects.get(), language="pt", now=NOW)
    assert met(name="Somebody").name == "Awa Diop"
    rename(guest=Guest.objects.get(), name="A. Diop")
    assert Guest.objects.get().name == "A. Diop"


def test_the_first_proof_stands_and_the_language_follows():
    person = met()
    prove(guest=person, language="es", now=NOW)
    prove(guest=person, language="fr", now=later(9))
    person.refresh_from_db()
    assert (person.confirmed_at, person.language) == (NOW, "fr")


def test_a_turned_link_closes_the_ones_before():
    person = guest()
    old = open_token(guest=person.uid, turn=person.turn, now=NOW)
    assert opened_by(old, NOW) == person
    turn_link(guest=person)
    assert opened_by(old, NOW) is None
    assert opened_by(open_token(guest=person.uid, turn=person.turn, now=NOW), NOW) == person


def test_a_blanked_guest_is_nobody_and_her_links_are_closed():
    person = guest(email="awa@example.org")
    link = confirm_token(guest=person.uid, post=person.uid, follows=False, now=NOW)
    blank(guest=person, now=NOW)
    blank(guest=person, now=later(1))
    assert (person.email, person.name, person.erased_at) == (None, "", NOW)
    assert guest_of(read_confirmation(link)) is None
    assert opened_by(open_token(guest=person.uid, turn=person.turn, now=NOW), NOW) is None
    assert str(person) == str(person.uid)


def test_only_a_proven_address_gets_its_link_again():
    guest(email="new@example.org", confirmed_at=None)
    assert proven_with("new@example.org") is None
    known = guest(email="known@example.org")
    assert proven_with(" KNOWN@example.org") == known


NEVER = [{"email": "Awa@example.org"}, {"erased_at": NOW}, {"email": None}, {"erased_at": NOW, "email": None, "name": "x"}]


@pytest.mark.parametrize("fields", NEVER)
def test_the_data_refuse_what_is_never_true(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        guest(**fields)
