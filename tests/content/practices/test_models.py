"""A practice and its facts."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from content.practices.models import PracticeContact, PracticeCountry, PracticePage
from content.taxonomy.models import Country
from tests.factories.practices import practice, whole

pytestmark = pytest.mark.django_db


def test_a_practice_keeps_its_facts_in_their_order(shelf):
    page = PracticePage.objects.get(pk=whole(countries="BR:offering MZ:requesting PT:facilitating", themes="supply-chains girls-gender").pk)
    assert [(link.country.iso2, link.role) for link in page.country_roles.all()] == [
        ("BR", "offering"),
        ("MZ", "requesting"),
        ("PT", "facilitating"),
    ]
    assert [link.theme.slug for link in page.theme_links.all()] == ["supply-chains", "girls-gender"]
    assert page.amounts.get().amount == Decimal(150000)


def test_a_country_has_each_role_once(shelf):
    page = practice(countries="BR:offering BR:requesting")
    with pytest.raises(IntegrityError, match=r"a_country_has_each_role_once|UNIQUE"), transaction.atomic():
        PracticeCountry.objects.create(page=page, country=Country.objects.get(iso2="BR"), role="offering")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"starts_year": 2024, "ends_year": 2020}, "a_practice_ends_after_it_begins"),
        ({"modality": "other"}, "a_practice_has_a_known_modality"),
        ({"sector": "other"}, "a_practice_has_a_known_sector"),
        ({"licence": "mine"}, "a_practice_has_a_known_licence"),
    ],
)
def test_what_is_never_true_is_refused_by_the_database(shelf, values, sentence):
    page = practice()
    with pytest.raises(IntegrityError, match=sentence), transaction.atomic():
        PracticePage.objects.filter(pk=page.pk).update(**values)


def test_a_contact_says_something(shelf):
    page = practice()
    with pytest.raises(IntegrityError, match="a_contact_says_something"), transaction.atomic():
        PracticeContact.objects.create(page=page)
