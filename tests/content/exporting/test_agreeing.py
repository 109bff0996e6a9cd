"""The tables, the workbook, the JSON and the API say the same of the same practices."""

import csv
import json
from io import BytesIO, StringIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from content.citing.record import Part
from content.exporting.codebook import BETWEEN, COLUMNS, NAMES, as_object, row_of
from content.exporting.legend import legend
from content.exporting.tables import CUT, LONGEST_CELL, as_csv, as_json, as_xlsx
from content.exporting.wagtail_hooks import ways_to_take_along
from content.practices.choices import PROSE, Licence, Modality, Role, Sector
from content.shelves.actions import shelve
from limits.actions import hit
from tests.content.citing.conftest import record
from tests.factories.practices import practice, whole

CODES = ("countries", "country_roles", "regions", "themes", "sdg_targets", "instruments")


def taken(client, form, query="", language="pt"):
    answer = client.get(f"/{language}/library/export/{form}/{query}")
    assert answer.status_code == 200
    return answer.getvalue()


def from_csv(data):
    return list(csv.DictReader(StringIO(data.decode().removeprefix("\ufeff"))))


@pytest.fixture
def five(tree, new_paper):
    pages = [
        whole("Calendário", countries="AO:offering ST:requesting", materials=(("Guia", new_paper()), ("Sítio", "https://example.org/"))),
        practice("Árvore", countries="BR", themes="education-training labour-inspection"),
        practice("Zelo", countries="BR MZ", modality="triangular", starts_year=2020),
        practice("Dança", countries="MZ", summary='Linha um\nLinha dois; com ponto e vírgula, e "aspas"'),
        practice("Eco", countries=""),
    ]
    shelve(keys=[page.translation_key for page in pages])
    return pages


@pytest.mark.django_db
def test_every_form_has_the_same_rows_in_the_order_of_the_library(client, five, monkeypatch):
    monkeypatch.setattr("content.citing.queries.A_TIME", 2)
    lines = from_csv(taken(client, "csv", "?sort=title"))
    held = json.loads(taken(client, "json", "?sort=title"))
    sheet = load_workbook(BytesIO(taken(client, "xlsx", "?sort=title")))["practices"]
    head, *rows = sheet.iter_rows(values_only=True)
    titles = [line["title"] for line in lines]
    assert titles == ["Árvore", "Calendário", "Dança", "Eco", "Zelo"]
    assert [one["title"] for one in held["practices"]] == titles
    assert [row[head.index("title")] for row in rows] == titles
    assert held["total"] == 5
    for line, one, row in zip(lines, held["practices"], rows, strict=True):
        book = dict(zip(head, row, strict=True))
        for name in NAMES:
            said = BETWEEN.join(one[name]) if isinstance(one[name], list) else "" if one[name] is None else str(one[name])
            assert line[name] == said, name
            assert str("" if book[name] is None else book[name]) == said, name


@pytest.mark.django_db
def test_the_api_gives_what_the_json_file_gives(client, five):
    held = {one["key"]: one for one in json.loads(taken(client, "json"))["practices"]}
    items = client.get("/api/v2/practices/").json()["items"]
    assert len(items) == 5
    for item in items:
        meta = item.pop("meta")
        assert item == held[item["key"]]
        assert meta["html_url"] == item["address"]
        assert set(meta["cite"]) == {"bibtex", "ris", "csl", "jsonld"}


@pytest.mark.django_db
def test_each_code_that_stands_in_a_file_stands_in_its_codebook(client, five):
    held = json.loads(taken(client, "json"))
    known = {row["column"]: {pair.split(" = ")[0] for pair in row["values"].split(BETWEEN)} for row in held["codebook"]}
    for one in held["practices"]:
        for name in CODES:
            for code in one[name]:
                for part in code.split(":")[-1:] if name == "country_roles" else [code]:
                    assert part in known[name], (name, code)
        for name in ("modality", "sector", "licence", "status"):
            assert not one[name] or one[name] in known[name], name


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["pt", "en", "es", "fr"])
def test_the_codebook_speaks_the_readers_language_and_leaves_no_column_out(client, tree, language):
    rows = from_csv(client.get(f"/{language}/library/export/codebook/").content)
    assert [row["column"] for row in rows] == list(NAMES)
    assert all(row["meaning"] for row in rows)
    names = dict(pair.split(" = ", 1) for pair in rows[NAMES.index("countries")]["values"].split(BETWEEN))
    assert (
        names["ST"]
        == {
            "pt": "São Tomé e Príncipe",
            "en": "São Tomé and Príncipe",
            "es": "Santo Tomé y Príncipe",
            "fr": "Sao Tomé-et-Principe",
        }[language]
    )


@pytest.mark.django_db
def test_the_legend_knows_every_choice_of_the_form(db):
    held = legend("en")
    for name, choices in (("country_roles", Role), ("modality", Modality), ("sector", Sector), ("licence", Licence)):
        assert [term.code for term in held[name]] == list(choices.values)
        assert all(term.name for term in held[name])
    assert set(held) <= set(NAMES)


def test_the_ways_to_take_along_keep_the_question(rf):
    plain, asked = ways_to_take_along(rf.get("/"), ""), ways_to_take_along(rf.get("/"), "q=a&country=br")
    assert [url.endswith(("/csv/", "/xlsx/", "/json/", "/codebook/")) for _name, url in plain] == [True] * 4
    assert [url.partition("?")[2] for _name, url in asked] == ["q=a&country=br"] * 3 + [""]


def long(signs):
    return record(parts=(Part("results", "Resultados", f"<p>{'a' * signs}</p>"),))


def test_a_very_long_answer_is_whole_in_csv_and_json_and_says_in_a_workbook_that_it_is_cut():
    place, one = NAMES.index("results"), long(70_000)
    line = list(csv.reader(StringIO("".join(as_csv(NAMES, [row_of(one)])))))[1]
    assert len(line[place]) == 70_000
    assert len(json.loads("".join(as_json({"n": 1}, [as_object(one)])))["practices"][0]["results"]) == 70_000
    book = load_workbook(BytesIO(as_xlsx([("practices", NAMES, [row_of(one), row_of(long(LONGEST_CELL))])])))
    cut, whole_text = (book["practices"].cell(row, place + 1).value for row in (2, 3))
    assert cut == "a" * LONGEST_CELL + CUT
    assert whole_text == "a" * LONGEST_CELL


def test_every_question_of_the_form_has_a_column():
    assert set(PROSE) <= set(NAMES)
    assert {column.kind for column in COLUMNS} == {"text", "code", "codes", "number", "moment", "address"}
    assert not any(name in NAMES for name in ("contacts", "email", "owner"))


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
@pytest.mark.django_db
def test_files_are_private_dated_and_only_read(client, five, form):
    answer = client.get(f"/pt/library/export/{form}/")
    assert "private" in answer["Cache-Control"]
    assert answer["Content-Disposition"].startswith('attachment; filename="practices-20')
    assert answer["Content-Disposition"].endswith(f'.{form}"')
    assert client.post(f"/pt/library/export/{form}/").status_code == 405


@pytest.mark.django_db
def test_an_empty_result_is_a_table_with_its_head(client, tree):
    assert from_csv(taken(client, "csv")) == []
    assert json.loads(taken(client, "json"))["practices"] == []
    assert load_workbook(BytesIO(taken(client, "xlsx")))["practices"].max_row == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query", ["?q=%00%ff", "?country=" + "x" * 3000, "?page=-1&sort=;drop", "?theme[]=1&theme=%F0%9F%8E%89", "?year=1e9"]
)
def test_hostile_questions_give_a_table(client, five, query):
    assert taken(client, "csv", query).startswith(b"\xef\xbb\xbfkey,")


@pytest.mark.django_db
def test_a_member_is_counted_by_her_account(client, five, member):
    client.force_login(member)
    for _time in range(20):
        hit(name="practice-export", key=f"account {member.pk}", limit=20, seconds=600, now=timezone.now())
    assert client.get("/pt/library/export/csv/").status_code == 429
    client.logout()
    assert client.get("/pt/library/export/csv/").status_code == 200
