"""Files of a cohort, opened again."""

import csv
import io
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from courses.cohorts.export import as_csv, as_xlsx, moment
from courses.evaluation.tabling import RUNS, harmless
from courses.facilitation.models import Attendance
from tests.courses.cohorts.conftest import did
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, enrolled

pytestmark = pytest.mark.django_db
EVIL = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0", "＝1"]


def got(client, edition, kind, query="", language="en"):
    answer = client.get(f"/{language}/teaching/editions/{edition.uid}/cohort/export.{kind}{query}")
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="cohort-{edition.uid}.{kind}"'
    if kind == "xlsx":
        sheet = load_workbook(io.BytesIO(answer.content)).active
        return [["" if value is None else value for value in row] for row in sheet.iter_rows(values_only=True)]
    assert answer.content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter="," if language == "en" else ";"))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_file_has_everybody_with_all_that_the_grid_shows(inside, edition, units, ana, kind, tutor):
    did(ana, units[0][0])
    did(ana, units[0][1])
    event = edition.events.create(title="Webinar", starts_at=NOW)
    Attendance.objects.create(event=event, enrolment=ana, was_there=True, by=tutor, at=NOW)
    enrolled(PersonFactory(name="Bia", country="", institution=""), edition)
    head, first, second = got(inside, edition, kind)
    told = dict(zip(head, first, strict=True))
    assert told["Name"] == "Ana Évora"
    assert told["E-mail address"] == "ana@example.org"
    assert (told["Country"], told["Country code"], told["Institution"]) == ("Cabo Verde", "CV", "IGT")
    assert told["Takes part since"] == told["Last seen"] == "2027-02-01T11:00:00+02:00"
    assert int(told["Per cent"]) == 50
    assert (int(told["Units done"]), int(told["Units that count"])) == (2, 4)
    assert told["1. Module name 1: State"] == "done"
    assert int(told["1. Module name 1: Units done"]) == 2
    assert told["Webinar"] == "there"
    assert dict(zip(head, second, strict=True))["Webinar"] == ""


def test_numbers_are_numbers_in_a_spreadsheet(inside, edition, units, ana):
    head, first = got(inside, edition, "xlsx")
    assert dict(zip(head, first, strict=True))["Per cent"] == 0


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("evil", EVIL)
def test_nothing_that_a_person_typed_is_run_as_a_formula(inside, edition, units, kind, evil):
    person = PersonFactory(name=evil, institution=evil)
    type(person).objects.filter(pk=person.pk).update(name=evil, institution=evil)  # past what tidies names
    enrolled(person, edition)
    for row in got(inside, edition, kind)[1:]:
        assert not any(str(value).lstrip().startswith(RUNS) for value in row)


def test_formulas_are_texts_in_a_spreadsheet(inside, edition, units):
    person = PersonFactory()
    type(person).objects.filter(pk=person.pk).update(name="=1+1")
    enrolled(person, edition)
    content = inside.get(f"/en/teaching/editions/{edition.uid}/cohort/export.xlsx").content
    cell = load_workbook(io.BytesIO(content)).active["A2"]
    assert (cell.data_type, cell.value) == ("s", "'=1+1")


def test_a_file_follows_what_was_picked(inside, edition, units, ana):
    enrolled(PersonFactory(name="Bia", country="AO"), edition)
    assert [row[0] for row in got(inside, edition, "csv", "?country=AO")[1:]] == ["Bia"]


def test_columns_are_parted_as_programs_of_the_language_expect(inside, edition, units, ana):
    assert got(inside, edition, "csv", language="pt")[1][0] == "Ana Évora"


def test_other_kinds_are_not_there(inside, edition):
    assert inside.get(f"/en/teaching/editions/{edition.uid}/cohort/export.pdf").status_code == 404


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_text_can_be_written_and_read_again(text):
    book = load_workbook(io.BytesIO(as_xlsx(text, [text], [[text]])))
    assert book.active["A1"].data_type in ("s", "n", "inlineStr")
    rows = list(csv.reader(io.StringIO(as_csv([text], [[text]]).decode("utf-8-sig"), newline="")))
    assert rows[0] == rows[1]


@given(st.text(max_size=20))
def test_a_harmless_text_stays_as_it_was(text):
    said = harmless(f"a{text}")
    assert isinstance(said, str)
    assert said.startswith("a")


def test_numbers_and_nothing_are_left_alone():
    assert [harmless(value) for value in (-5, 0, None)] == [-5, 0, None]


def test_a_moment_says_its_zone():
    at = datetime(2027, 2, 1, 9, 0, 5, tzinfo=UTC)
    assert moment(at, ZoneInfo("Asia/Dili")) == "2027-02-01T18:00:05+09:00"
    assert moment(None, ZoneInfo("UTC")) == ""
