"""A record made of plain values: the same for a page, a draft and a version whose page is gone."""

import pytest
from django.utils.translation import override

from content.media.models import Paper
from content.practices.choices import FORM, LICENCES, Licence
from content.records.record import ANSWERS, record_of

pytestmark = pytest.mark.django_db
OFFICE = {"name": "Office", "email": "office@example.org", "address": "https://example.org/", "confirmed_on": ""}


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def row_of(record, key):
    return next(row for row in record.rows if row.key == key)


def test_nothing_at_all_is_a_record_of_unanswered_questions():
    record = record_of({}, {})
    assert [row.number for row in record.rows] == list(range(1, ANSWERS + 1))
    assert [row.key for row in record.rows] == [asked.key for asked in FORM[:ANSWERS]]
    assert not any(row.value or row.is_hidden for row in record.rows)
    assert (record.licence, record.licence_url) == ("CC BY 4.0", LICENCES[Licence.BY])
    assert (record.country_count, record.modality, record.sector, record.is_demonstration) == (0, "", "", False)


def test_contacts_that_are_not_for_readers_are_said_to_be_there():
    for values, shows in (({"contacts_consent": False}, True), ({"contacts_consent": True}, False)):
        row = row_of(record_of(values, {"contacts": [OFFICE]}, shows_contacts=shows), "contacts")
        assert (row.value, row.is_hidden) == ([], True)
    row = row_of(record_of({"contacts_consent": True}, {"contacts": [OFFICE]}), "contacts")
    assert (row.value, row.is_hidden) == ([OFFICE], False)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " java\tscript:alert(1)", "data:text/html,x", "//evil.example/x", "http://[", None]
)
def test_an_address_that_runs_something_is_no_link_however_it_came_in(address):
    facts = {"contacts": [{**OFFICE, "address": address}], "materials": [{"title": "Guide", "address": address, "document": None}]}
    record = record_of({"contacts_consent": True}, facts)
    assert [row["address"] for row in row_of(record, "contacts").value] == [""]
    assert [(row["title"], row["address"]) for row in row_of(record, "materials").value] == [("Guide", "")]


def test_a_country_with_two_roles_is_one_country():
    facts = {"countries": [{"country": "BR", "role": "requesting"}, {"country": "BR", "role": "offering"}, {"country": "AO", "role": ""}]}
    record = record_of({}, facts)
    assert record.country_count == 2
    assert [(country.code, country.note) for country in record.countries] == [("BR", "offering"), ("BR", "requesting"), ("AO", "")]


def test_what_the_taxonomy_no_longer_has_keeps_its_code():
    facts = {"countries": [{"country": "XX", "role": "guest"}], "themes": ["gone"], "targets": ["99.9"], "instruments": ["C999"]}
    record = record_of({"modality": "gone", "sector": "gone", "licence": "gone"}, facts)
    assert [(country.name, country.note) for country in record.countries] == [("XX", "")]
    assert [named[0].name for named in (record.themes, record.targets, record.instruments)] == ["gone", "99.9", "C999"]
    assert (record.modality, record.sector, record.licence, record.licence_url) == ("", "", "gone", "")


@pytest.mark.parametrize(
    ("amount", "language", "said"),
    [
        ("150000", "en", "USD 150,000"),
        ("150000.50", "en", "USD 150,000.50"),
        ("0.1", "en", "USD 0.10"),
        ("9999999999999.99", "en", "USD 9,999,999,999,999.99"),
    ],
)
def test_amounts_are_written_as_the_reader_writes_them(amount, language, said):
    with override(language):
        assert record_of({}, {"amounts": [{"amount": amount, "currency": "USD", "source": ""}]}).amounts == [said]


def test_an_amount_names_who_gave_it():
    assert record_of({}, {"amounts": [{"amount": "5", "currency": "EUR", "source": "ILO"}]}).amounts == ["EUR 5 (ILO)"]


def test_a_document_stands_under_its_title_until_it_is_deleted(new_paper):
    paper = new_paper()
    facts = {"materials": [{"title": "", "address": "", "document": paper.pk}, {"title": "", "address": "", "document": None}]}
    [shown] = row_of(record_of({}, facts), "materials").value
    assert shown["paper"] == paper
    Paper.objects.all().delete()
    assert row_of(record_of({}, facts), "materials").value == []


def test_pictures_are_shown_with_consent_and_only_those_that_are_there(picture):
    facts = {"pictures": [{"picture": picture.pk, "alt": "A loom"}, {"picture": picture.pk + 1, "alt": "Gone"}]}
    assert record_of({"pictures_consent": False}, facts).pictures == []
    assert record_of({"pictures_consent": True}, facts, shows_contacts=False).pictures == []
    assert [row["alt"] for row in record_of({"pictures_consent": True}, facts).pictures] == ["A loom"]


@pytest.mark.parametrize("count", [1, 3])
def test_a_record_asks_the_same_however_many_facts(new_paper, picture, count, django_assert_max_num_queries):
    facts = {
        "countries": [{"country": iso2, "role": "offering"} for iso2 in ("BR", "MZ", "PT")[:count]],
        "themes": ["girls-gender", "financing", "law-policy"][:count],
        "materials": [{"title": "", "address": "", "document": new_paper(f"{number}.pdf").pk} for number in range(count)],
        "pictures": [{"picture": picture.pk, "alt": ""}] * count,
    }
    record_of({}, {})
    with django_assert_max_num_queries(2):
        record_of({"pictures_consent": True}, facts)
