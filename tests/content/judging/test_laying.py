"""A practice laid out for its judges: every answer in its place, and what is not plain."""

import json

import pytest

from content.judging.laying import laid_out
from content.practices.choices import FORM
from tests.factories.content import site_tree
from tests.factories.practices import practice, whole

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site():
    site_tree()


def by_key(page):
    return {one.key: one for one in laid_out(page)}


def test_every_question_of_the_form_is_laid_out_in_its_order():
    assert [one.key for one in laid_out(whole())] == [asked.key for asked in FORM]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("title", "Inspeção"),
        ("author", "Inês Mutombo"),
        ("objectives", "Objectives:"),
        ("contacts", "Office · office@example.org · https://example.org/"),
        ("materials", "Guide · https://example.org/guide"),
        ("amounts", "150000"),
        ("amounts", "USD RBTC"),
        ("starts_year", "2019 – 2023"),
        ("licence", "CC BY 4.0"),
        ("target_links", "8.7"),
        ("instrument_links", "138"),
    ],
)
def test_each_answer_stands_at_its_question(key, words):
    assert words in by_key(whole("Inspeção"))[key].html


def test_countries_bear_their_role():
    html = by_key(practice(countries="BR:offering MZ:requesting"))["country_roles"].html
    assert html.count("<li") == 2
    assert "(" in html


@pytest.mark.parametrize("key", ["objectives", "contacts", "summary", "country_roles", "starts_year"])
def test_what_is_empty_says_so(key):
    one = by_key(practice(countries=""))[key]
    assert one.html == ""
    assert one.findings


def test_what_may_be_empty_is_not_complained_about():
    assert by_key(practice())["materials"].findings == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A IGTX visitou o porto.", "IGTX"),
        ("Ver o link para saber mais.", ""),
        ("palavra " * 60 + ".", "palavra"),
    ],
)
def test_what_is_not_plain_is_found(text, expected):
    findings = by_key(whole(results=f"<p>{text}</p>"))["results"].findings
    assert findings
    assert expected in " ".join(findings)


def test_an_acronym_that_the_glossary_explains_is_plain():
    assert by_key(whole(results="<p>A IGTX visitou o porto.</p>", acronyms={"IGTX": "Inspeção-Geral"}))["results"].findings == []


def test_a_child_who_seems_to_be_named_is_grave_whatever_else():
    laid = by_key(whole(results="<p>Maria, 12 anos, voltou à escola.</p>"))
    assert laid["results"].is_grave
    assert not laid["objectives"].is_grave


def test_words_of_an_author_never_become_markup():
    html = by_key(whole(author="<script>x</script>", contacts=({"name": "<b>Office</b>"},)))
    assert "<script>" not in html["author"].html
    assert "<b>" not in html["contacts"].html


def test_building_blocks_stand_at_the_end_each_with_its_anchor():
    value = {"title": "Lista comum", "what": "<p>Uma lista</p>", "needs": "", "lessons": "<p>Pouco</p>"}
    page = whole(building_blocks=json.dumps([{"type": "block", "id": "0b7e5a9c-6f43-5a1d-8a55-54b3c1f1c0de", "value": value}]))
    last = laid_out(page)[-1]
    assert last.key == "block-0b7e5a9c-6f43-5a1d-8a55-54b3c1f1c0de"
    assert last.label.endswith("Lista comum")
    assert "Uma lista" in last.html
    assert "Pouco" in last.html


def test_laying_out_asks_as_often_for_many_facts_as_for_one(django_assert_max_num_queries):
    page = whole(countries="BR MZ AO CV ST TL GW PT")
    page = type(page).objects.get(pk=page.pk)
    with django_assert_max_num_queries(20):
        laid_out(page)
