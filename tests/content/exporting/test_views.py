"""Tables as readers ask for them."""

import csv
import json
from io import BytesIO, StringIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from content.audience.actions import set_level
from content.shelves.actions import shelve
from tests.factories.practices import library, practice, whole

pytestmark = pytest.mark.django_db


def shelved(*pages):
    """Put practices on the shelves, as the job does."""
    shelve(keys=[page.translation_key for page in pages])
    return pages


@pytest.fixture
def calendar(tree):
    return whole("Calendário", slug="calendario")


def rows(client, query="", language="pt"):
    answer = client.get(f"/{language}/library/export/csv/{query}")
    assert answer.status_code == 200
    return list(csv.DictReader(StringIO(answer.getvalue().decode().removeprefix("\ufeff"))))


def test_any_result_is_a_table_with_the_same_question(client, calendar):
    other = practice("Outra", countries="AO", themes="education-training")
    shelved(calendar, other)
    assert {row["title"] for row in rows(client)} == {"Calendário", "Outra"}
    assert [row["title"] for row in rows(client, "?country=ao")] == ["Outra"]
    assert rows(client, "?country=zz&theme=%00") == []
    [row] = rows(client, "?theme=labour-inspection")
    assert row["countries"] == "BR; MZ"
    assert row["country_names"] == "Brasil; Moçambique"
    assert row["amounts"] == "150000.00 USD RBTC"


def test_the_workbook_and_json_carry_their_codebook(client, calendar):
    shelved(calendar)
    book = load_workbook(BytesIO(client.get("/fr/library/export/xlsx/").content))
    assert book["practices"].max_row == 2
    assert any("south-south = Sud-Sud" in str(row[3]) or "south-south = " in str(row[3]) for row in book["codebook"].values)
    held = json.loads(client.get("/pt/library/export/json/?q=Calendário").getvalue())
    assert held["total"] == 1
    assert held["practices"][0]["themes"] == ["labour-inspection"]
    assert held["codebook"][0]["column"] == "key"
    assert "modality" in client.get("/pt/library/export/codebook/").content.decode()


def test_a_workbook_that_would_be_too_large_is_refused_with_a_sentence(client, calendar, monkeypatch):
    shelved(calendar)
    monkeypatch.setattr("content.exporting.views.MOST_OF_A_BOOK", 0)
    assert client.get("/pt/library/export/xlsx/").status_code == 422


def test_who_asks_for_many_files_is_slowed_down(client, calendar, monkeypatch):
    shelved(calendar)
    answers = [client.get("/pt/library/export/csv/").status_code for _try in range(21)]
    assert answers[-2:] == [200, 429]


@pytest.mark.parametrize("many", [1, 3])
def test_a_table_asks_the_same_questions_for_one_and_three(client, tree, many, django_assert_max_num_queries):
    shelved(*(whole(f"P{number}") for number in range(many)))
    client.get("/pt/library/export/csv/").getvalue()
    with django_assert_max_num_queries(20):
        assert len(rows(client)) == many


def test_unknown_forms_are_not_found(client, tree):
    assert client.get("/pt/library/export/pdf/").status_code == 404


def test_closed_practices_are_listed_for_members_only(client, calendar, member):
    set_level(translation_key=library().translation_key, level="members", now=timezone.now())
    shelved(calendar)
    assert rows(client) == []
    client.force_login(member)
    assert len(rows(client)) == 1


def test_each_practice_comes_once_in_the_readers_language_else_in_its_own(client, calendar):
    practice("Calendrier", language="fr", translation_of=calendar, rendering="official")
    practice("Calendar", language="en", translation_of=calendar, rendering="unofficial")
    shelved(calendar)
    assert [row["title"] for row in rows(client, language="fr")] == ["Calendrier"]
    assert [row["title"] for row in rows(client, language="es")] == ["Calendário"]
    assert [row["language"] for row in rows(client, language="pt-br")] == ["pt"]


def test_a_formula_in_a_title_is_harmless_in_the_file(client, tree):
    shelved(whole('=HYPERLINK("http://x";"y")', slug="formula"))
    [row] = rows(client)
    assert row["title"].startswith("'=")


def test_the_library_leads_to_its_tables_with_the_same_question(client, calendar):
    shelved(calendar)
    text = client.get("/pt/practices/?country=br").content.decode()
    assert "/pt/library/export/csv/?country=br" in text
    assert "/pt/library/export/codebook/" in text
