"""A practice and its facts."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from content.practices.models import (
    Acronym,
    PracticeAmount,
    PracticeContact,
    PracticeCountry,
    PracticeInstrument,
    PracticePage,
    PracticeTarget,
    PracticeTheme,
)
from content.taxonomy.models import Country, Theme
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


@pytest.mark.parametrize(
    ("relation", "model"),
    [("theme_links", PracticeTheme), ("target_links", PracticeTarget), ("instrument_links", PracticeInstrument), ("acronyms", Acronym)],
)
def test_nothing_hangs_twice_on_a_practice(shelf, relation, model):
    page = whole(acronyms={"OIT": "Organização"})
    link = getattr(page, relation).first()
    values = {name: getattr(link, name) for name in ("theme_id", "target_id", "instrument_id", "short", "meaning") if hasattr(link, name)}
    with pytest.raises(IntegrityError, match=r"once|UNIQUE"), transaction.atomic():
        model.objects.create(page=page, **values)


@pytest.mark.parametrize(("iso2", "role"), [("BR", "guest"), ("BR", "")])
def test_a_country_takes_part_in_a_known_role(shelf, iso2, role):
    page = practice(countries="")
    with pytest.raises(IntegrityError, match="a_country_has_a_known_role"), transaction.atomic():
        PracticeCountry.objects.create(page=page, country=Country.objects.get(iso2=iso2), role=role)


def test_an_amount_is_not_below_zero(shelf):
    page = practice()
    with pytest.raises(IntegrityError, match="an_amount_is_not_below_zero"), transaction.atomic():
        PracticeAmount.objects.create(page=page, amount=-1, currency="USD")


@pytest.mark.parametrize(("field", "value"), [("starts_year", 1492), ("ends_year", 2101), ("title", "x" * 256), ("summary", None)])
def test_what_is_beyond_bounds_is_refused_with_the_name_of_its_field(shelf, field, value):
    page = PracticePage.objects.get(pk=practice().pk)
    setattr(page, field, value)
    with pytest.raises(ValidationError) as caught:
        page.full_clean()
    assert field in caught.value.message_dict


@pytest.mark.parametrize("currency", ["usd", "US", "$", "EURO"])
def test_a_currency_has_three_letters(currency):
    with pytest.raises(ValidationError):
        PracticeAmount(amount=1, currency=currency).clean_fields(exclude=["page"])


def test_a_theme_that_a_practice_names_is_not_deleted(shelf):
    practice(themes="girls-gender")
    with pytest.raises(ProtectedError):
        Theme.objects.get(slug="girls-gender").delete()


def test_what_hangs_on_a_practice_goes_with_it(shelf):
    page = whole(acronyms={"OIT": "Organização"})
    PracticePage.objects.get(pk=page.pk).delete()
    assert not any(model.objects.exists() for model in (PracticeCountry, PracticeTheme, PracticeAmount, PracticeContact, Acronym))


def test_practices_stand_below_the_library_and_nothing_below_them(shelf):
    assert PracticePage.can_create_at(shelf["pt"])
    assert not PracticePage.can_create_at(shelf["pt"].get_parent())
    assert PracticePage.allowed_subpage_models() == []


def test_the_elder_of_two_drafts_keeps_the_facts(shelf):
    page = practice(live=False)
    practice(language="en", translation_of=page, live=False)
    assert page.keeper_row() == (page.pk, "pt")
    assert PracticePage().keeper_row() is None
