"""Who proved that an address is hers."""

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts.actions import deactivate, erase
from accounts.queries import has_proven, proven_by_address
from tests.factories.accounts import PersonFactory

pytestmark = pytest.mark.django_db


def test_a_confirmed_address_names_its_person_in_any_letters():
    person = PersonFactory(email="awa@example.org")
    assert proven_by_address(" AWA@Example.org ") == person
    assert has_proven(person, "Awa@example.org")


def test_an_address_only_typed_proves_nothing():
    person = PersonFactory(email="awa@example.org", is_confirmed=False)
    assert proven_by_address("awa@example.org") is None
    assert not has_proven(person, "awa@example.org")


def test_another_confirmed_address_of_hers_is_not_the_one_of_her_account():
    person = PersonFactory(email="awa@example.org")
    EmailAddress.objects.create(user=person, email="old@example.org", verified=True)
    assert not has_proven(person, "old@example.org")
    assert proven_by_address("old@example.org") is None


def test_who_left_or_was_closed_out_is_nobody():
    closed, gone = PersonFactory(email="closed@example.org"), PersonFactory(email="gone@example.org")
    deactivate(person=closed, now=timezone.now())
    erase(person=gone, now=timezone.now())
    assert proven_by_address("closed@example.org") is None
    assert proven_by_address("gone@example.org") is None
    assert proven_by_address("") is None
