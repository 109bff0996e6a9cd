"""People's rows: what the data itself holds true."""

from datetime import UTC, datetime

import pytest
from django.core import checks
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import User
from tests.factories.accounts import PersonFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def _refused(person, **values):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=person.pk).update(**values)


def test_addresses_are_kept_in_lower_case_and_differ_by_more_than_case():
    person = User.objects.create_user("Ana.Silva@Example.ORG", None)
    assert person.email == "ana.silva@example.org"
    assert User.objects.get_by_natural_key("ANA.silva@example.org") == person
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("ana.silva@EXAMPLE.org", None)
    _refused(person, email="Ana@example.org")


@pytest.mark.parametrize("values", [{"country": "mz"}, {"language": "xx"}, {"language": "de"}])
def test_the_database_refuses_what_is_no_country_or_language_of_ours(values):
    _refused(PersonFactory(), **values)


@pytest.mark.parametrize(
    "left", [{"name": "Ana"}, {"institution": "Ministry"}, {"is_active": True}, {"is_superuser": True}, {"is_staff": True}]
)
def test_a_former_members_row_is_blank(left):
    _refused(PersonFactory(), **({"name": "", "institution": "", "is_active": False, "erased_at": NOW} | left))


def test_names_are_tidied_whatever_way_they_come():
    person = PersonFactory(name="  Ana\u202e \x00Silva\n")
    assert person.name == "Ana Silva"
    person.institution = "Min\u0000istry\t of  Labour"
    person.full_clean()
    assert person.institution == "Ministry of Labour"


def test_what_others_read():
    assert PersonFactory(name="Ana Silva").get_short_name() == "Ana"
    nameless = PersonFactory(name="", email="rui@example.org")
    assert (str(nameless), nameless.get_short_name()) == ("rui", "rui")


def test_a_superuser_may_do_everything_and_a_person_without_password_signs_in_by_code_only():
    admin = User.objects.create_superuser("root@example.org", None)
    assert admin.is_superuser
    assert admin.is_staff
    assert not admin.has_usable_password()


def test_who_can_sign_in_and_who_administers():
    admin = PersonFactory(is_superuser=True)
    PersonFactory(is_superuser=True, is_active=False)
    person = PersonFactory()
    assert set(User.objects.present()) == {admin, person}
    assert list(User.objects.administrators()) == [admin]


def test_too_long_a_name_is_refused_before_the_database():
    with pytest.raises(ValidationError):
        PersonFactory.build(name="x" * 151).full_clean()


def test_the_checks_of_django_and_allauth_find_nothing():
    assert [found for found in checks.run_checks() if found.id and found.id.startswith(("auth", "account", "models"))] == []
