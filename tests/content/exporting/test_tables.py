"""Tables for other programs: harmless, whole, explained."""

import csv
import json
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from content.citing.record import Term, plain
from content.exporting.codebook import COLUMNS, HEAD, NAMES, as_object, codebook, row_of
from content.exporting.tables import as_csv, as_json, as_xlsx, harmless
from tests.content.citing.conftest import record


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =cmd|' /C calc'!A0", "|x", "\ufeff=1", "\n=1"])
def test_what_a_program_would_run_has_an_apostrophe_in_front(text):
    assert str(harmless(text)).startswith("'")


@pytest.mark.parametrize("text", ["Angola", "8.7", "a=b", "", "'quoted'", "100 - 20"])
def test_plain_words_stay_as_they_are(text):
    assert harmless(text) == text


def test_numbers_stay_numbers_and_signs_that_no_file_carries_go():
    assert harmless(-5) == -5
    assert harmless(None) is None
    assert harmless("a\x00b\x0bc\ud800") == "abc"


def test_csv_is_read_back_with_its_commas_quotes_and_lines(calendar):
    text = "".join(as_csv(NAMES, [row_of(calendar), row_of(record(title='=HYPERLINK("http://x")'))]))
    assert text.startswith("\ufeffkey,language,title")
    first, second = csv.DictReader(StringIO(text.removeprefix("\ufeff")))
    assert first["summary"] == calendar.summary
    assert first["countries"] == "AO; ST"
    assert first["country_roles"] == "AO:offering; ST:requesting"
    assert first["objectives"] == "Menos faltas & mais aulas.\num\ndois"
    assert first["amounts"] == "150000.00 USD RBTC"
    assert second["title"].startswith("'=")


def test_a_workbook_has_the_rows_and_the_codebook_and_no_formula(calendar):
    sheets = [("practices", NAMES, [row_of(record(title="=1+1", years=(2020, 2021)))]), ("codebook", HEAD, codebook({}))]
    book = load_workbook(BytesIO(as_xlsx(sheets)))
    assert book.sheetnames == ["practices", "codebook"]
    head, row = book["practices"].iter_rows(values_only=True)
    held = dict(zip(head, row, strict=True))
    assert held["title"] == "'=1+1"
    assert held["starts_year"] == 2020
    assert all(cell.data_type != "f" for line in book["practices"].iter_rows() for cell in line)
    assert book["codebook"].max_row == len(COLUMNS) + 1


def test_json_has_lists_where_a_column_has_several_codes(calendar):
    held = json.loads("".join(as_json({"site": "x"}, [as_object(calendar), as_object(record(themes=()))])))
    first, second = held["practices"]
    assert held["site"] == "x"
    assert first["countries"] == ["AO", "ST"]
    assert second["themes"] == []
    assert json.loads("".join(as_json({"n": 0}, [])))["practices"] == []


def test_no_address_of_a_contact_is_in_any_column(calendar):
    assert "office@example.org" not in "".join(map(str, row_of(calendar)))


def test_every_column_is_explained_once_with_its_codes():
    rows = codebook({"modality": [Term("south-south", "Sul-Sul")]})
    assert [row[0] for row in rows] == list(NAMES)
    assert len(set(NAMES)) == len(NAMES)
    assert all(row[2] for row in rows)
    assert {row[0]: row[3] for row in rows}["modality"] == "south-south = Sul-Sul"


def test_html_becomes_lines_of_text():
    assert plain("<p>a&nbsp;b</p><p>c<br/>d</p><ul><li>e</li></ul>") == "a b\nc\nd\ne"
