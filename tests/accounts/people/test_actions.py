"""What is done to people's rows."""

from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress

from accounts.actions import activate, confirm_address, deactivate, erase, put_into_groups
from tests.factories.accounts import PersonFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def test_an_address_is_confirmed_once_and_anothers_unproven_claim_lapses():
    squatter, owner = PersonFactory(), PersonFactory(email="own@example.org", is_confirmed=False)
    EmailAddress.objects.create(user=squatter, email="own@example.org", verified=False)
    for _time in range(2):
        confirm_address(person=owner, now=NOW)
    assert list(EmailAddress.objects.filter(email="own@example.org").values_list("user", "verified", "primary")) == [(owner.pk, True, True)]


def test_somebody_without_any_address_row_gets_one():
    person = PersonFactory()
    EmailAddress.objects.all().delete()
    confirm_address(person=person, now=NOW)
    assert EmailAddress.objects.get(user=person).verified


def test_groups_are_added_by_name_and_unknown_names_add_nothing():
    person = PersonFactory(groups=["editor"])
    for _time in range(2):
        put_into_groups(person=person, names=["translator", "no such group"], now=NOW)
    assert set(person.groups.values_list("name", flat=True)) == {"editor", "translator"}


def test_an_account_is_closed_and_opened_again_but_not_a_former_members():
    person = PersonFactory()
    for _time in range(2):
        deactivate(person=person, now=NOW)
    person.refresh_from_db()
    assert not person.is_active
    activate(person=person, now=NOW)
    person.refresh_from_db()
    assert person.is_active
    erase(person=person, now=NOW)
    person.refresh_from_db()
    with pytest.raises(ValueError, match="former member"):
        activate(person=person, now=NOW)
