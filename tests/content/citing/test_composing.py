"""A record is put together from plain values: those of a page, or those that a version kept when the taxonomy was another."""

from decimal import Decimal

import pytest

from content.citing.composing import About, composed, names_of, papers_of
from content.citing.record import Place, Term
from content.pages.addresses import full
from content.practices.choices import PROSE
from content.taxonomy.models import SdgTarget
from tests.content.citing.conftest import KEY

pytestmark = pytest.mark.django_db


def made(values=None, facts=None, language="pt", papers=None):
    return composed(values or {}, facts or {}, About(key=KEY, language=language), papers or {})


def roles(*pairs):
    return {"countries": [{"country": iso2, "role": role} for iso2, role in pairs]}


def materials(*rows):
    return {"materials": [{"title": title, "address": where, "document": document} for title, where, document in rows]}


def test_where_nothing_is_said_there_is_a_record_all_the_same():
    empty = made()
    assert (empty.title, empty.parts, empty.places, empty.materials) == ("", (), (), ())
    assert (empty.modality, empty.sector, empty.licence) == (Term("", ""),) * 3
    assert (empty.years, empty.licence_address) == ((None, None), "")
    assert made({"title": None, "summary": None, "licence": None}) == empty


def test_codes_that_the_taxonomy_does_not_have_are_named_by_themselves():
    kept = made({"modality": "old"}, {**roles(("XX", "none")), "themes": ["gone"], "targets": ["99.9"], "instruments": ["X1"]})
    assert kept.places == (Place("XX", "XX", "none", "none"),)
    assert kept.regions == ()
    assert [kept.themes, kept.targets, kept.instruments] == [(Term("gone", "gone"),), (Term("99.9", "99.9"),), (Term("X1", "X1"),)]
    assert kept.modality == Term("old", "old")


def test_a_region_is_named_once_however_many_of_its_countries_take_part():
    one, two = made(facts=roles(("AO", "offering"))), made(facts=roles(("AO", "offering"), ("ST", "requesting")))
    assert one.regions == two.regions
    codes = [term.code for term in two.regions]
    assert "017" in codes
    assert len(codes) == len(set(codes))


def test_a_country_with_two_roles_stands_twice():
    assert [(place.name, place.role) for place in made(facts=roles(("BR", "offering"), ("BR", "facilitating"))).places] == [
        ("Brasil", "offering"),
        ("Brasil", "facilitating"),
    ]


@pytest.mark.parametrize("amount", [150000, "150000", "150000.00", Decimal("150000.001")])
def test_an_amount_is_written_alike_from_a_page_and_from_a_version(amount):
    assert made(facts={"amounts": [{"amount": amount, "currency": "USD", "source": "RBTC"}]}).amounts == (("150000.00", "USD", "RBTC"),)


def test_answers_stand_in_the_order_of_the_form_and_empty_ones_are_left_out():
    parts = made({name: f"<p>{name}</p>" for name in sorted(PROSE)} | {"innovation": ""}).parts
    assert {part.key for part in parts} == set(PROSE) - {"innovation"}
    assert parts[0].key == "objectives"
    assert parts[-1].key == "funding"


@pytest.mark.parametrize("language", ["pt", "en", "es", "fr"])
def test_labels_and_names_are_in_the_language_of_the_record(language):
    kept = made({"objectives": "<p>x</p>", "modality": "triangular"}, {"targets": ["8.7"]}, language)
    assert kept.parts[0].label
    assert kept.targets[0].name == SdgTarget.objects.get(code="8.7").name_in(language)
    assert names_of(SdgTarget, language)["8.7"] == kept.targets[0].name


def test_contacts_are_named_only_with_their_consent():
    facts = {"contacts": [{"name": "Escritório", "email": "office@example.org", "address": ""}]}
    assert made({"contacts_consent": True}, facts).contacts == (("Escritório", "office@example.org", ""),)
    assert made({"contacts_consent": False}, facts).contacts == made({}, facts).contacts == ()


def test_a_material_leads_to_its_document_else_to_its_address_else_nowhere(new_paper):
    paper = new_paper()
    gone = 999_999
    rows = [("Guia", "", paper.pk), ("", "https://example.org/a", None), ("Perdido", "", gone), ("Sem", "", None), ("B", "https://b", gone)]
    facts = materials(*rows)
    assert made(facts=facts, papers=papers_of([facts])).materials == (
        ("Guia", full(paper.url)),
        ("https://example.org/a", "https://example.org/a"),
        ("B", "https://b"),
    )


@pytest.mark.parametrize(("many", "questions"), [(0, 0), (1, 1), (3, 1)])
def test_documents_are_read_in_one_question_and_in_none_where_there_are_none(new_paper, many, questions, django_assert_num_queries):
    facts = [materials(("Guia", "", new_paper(f"{number}.pdf").pk)) for number in range(many)] + [materials(("A", "https://a", None)), {}]
    with django_assert_num_queries(questions):
        assert len(papers_of(facts)) == many


def test_a_licence_leads_to_its_words():
    kept = made({"licence": "CC-BY-4.0"})
    assert kept.licence == Term("CC-BY-4.0", "CC BY 4.0")
    assert kept.licence_address.startswith("https://creativecommons.org/licenses/by/4.0")
    assert made({"licence": "own"}).licence_address == ""
