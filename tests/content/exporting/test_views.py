"""Citations, papers and tables as readers ask for them."""

import csv
import json
from io import BytesIO, StringIO
from uuid import uuid4

import pypdf
import pytest
import rispy
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from content.audience.actions import set_level
from content.shelves.actions import shelve
from content.versions.actions import keep_version
from content.versions.models import Version
from tests.factories.practices import library, practice, whole

pytestmark = pytest.mark.django_db
NO_KEY = uuid4()


def shelved(*pages):
    """Put practices on the shelves, as the job does."""
    shelve(keys=[page.translation_key for page in pages])
    return pages


def cite(client, key, form="ris", language="pt"):
    return client.get(f"/{language}/library/cite/{key}/{form}/")


@pytest.fixture
def calendar(tree):
    return whole("Calendário", slug="calendario")


@pytest.mark.parametrize(
    ("form", "kind", "ending"),
    [
        ("apa", "text/plain", "txt"),
        ("bibtex", "application/x-bibtex", "bib"),
        ("ris", "application/x-research-info-systems", "ris"),
        ("csl", "application/vnd.citationstyles.csl+json", "json"),
        ("jsonld", "application/ld+json", "jsonld"),
    ],
)
def test_a_practice_is_cited_in_every_form(client, calendar, form, kind, ending):
    answer = cite(client, calendar.translation_key, form)
    assert answer.status_code == 200
    assert answer["Content-Type"] == f"{kind}; charset=utf-8"
    assert answer["Content-Disposition"].endswith(f'.{ending}"')
    assert "Calendário" in answer.content.decode()


def test_unknown_forms_and_practices_are_not_found(client, calendar):
    assert cite(client, calendar.translation_key, "endnote").status_code == 404
    assert cite(client, NO_KEY).status_code == 404
    assert client.get(f"/pt/library/print/{NO_KEY}/").status_code == 404
    assert client.get("/pt/library/export/pdf/").status_code == 404


def test_the_readers_language_is_cited_where_there_is_a_text_in_it(client, calendar):
    practice("Calendrier", language="fr", translation_of=calendar, rendering="unofficial", original_language="pt")
    assert "Calendrier" in cite(client, calendar.translation_key, "ris", "fr").content.decode()
    assert "Calendário" in cite(client, calendar.translation_key, "ris", "es").content.decode()
    said = json.loads(cite(client, calendar.translation_key, "jsonld", "fr").content)
    assert said["translationOfWork"]["@id"].endswith("/pt/practices/calendario/")


def test_what_was_withdrawn_or_deleted_still_resolves_by_its_version(client, calendar):
    version = keep_version(page=calendar, by=None, now=timezone.now())
    key = calendar.translation_key
    calendar.unpublish()
    [held] = rispy.loads(cite(client, key).content.decode())
    assert held["title"] == "Calendário"
    assert str(version.uuid) in held["urls"][0]
    calendar.delete()
    assert cite(client, version.uuid).status_code == 200
    text = pypdf.PdfReader(BytesIO(client.get(f"/pt/library/print/{key}/").content)).pages[0].extract_text()
    assert "Calendário" in text
    assert "retirada" in text or "withdrawn" in text


def test_closed_practices_are_cited_printed_and_listed_for_members_only(client, calendar, member):
    set_level(translation_key=library().translation_key, level="members", now=timezone.now())
    shelved(calendar)
    keep_version(page=calendar, by=None, now=timezone.now())
    key = calendar.translation_key
    uid = Version.objects.get().uuid
    assert [cite(client, one).status_code for one in (key, uid)] == [404, 404]
    assert client.get(f"/pt/library/print/{key}/").status_code == 404
    assert rows(client) == []
    client.force_login(member)
    assert cite(client, key).status_code == 200
    assert len(rows(client)) == 1


def rows(client, query="", language="pt"):
    answer = client.get(f"/{language}/library/export/csv/{query}")
    assert answer.status_code == 200
    return list(csv.DictReader(StringIO(answer.getvalue().decode().removeprefix("\ufeff"))))


def test_the_paper_says_everything_once_and_is_tagged(client, calendar):
    answer = client.get(f"/pt/library/print/{calendar.translation_key}/")
    assert answer["Content-Type"] == "application/pdf"
    book = pypdf.PdfReader(BytesIO(answer.content))
    text = " ".join(page.extract_text() for page in book.pages)
    assert book.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert book.trailer["/Root"]["/Lang"] == "pt"
    for said in ("Calendário", "Inês Mutombo", "Objectives:", "150000.00", "office@example.org", "CC BY 4.0"):
        assert said in text


def test_contacts_who_did_not_agree_are_on_no_paper(client, tree):
    page = whole(contacts_consent=False)
    book = pypdf.PdfReader(BytesIO(client.get(f"/pt/library/print/{page.translation_key}/").content))
    assert "office@example.org" not in " ".join(one.extract_text() for one in book.pages)


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


def test_the_page_shows_how_to_cite_it_and_what_it_is(client, calendar):
    text = client.get("/pt/practices/calendario/").content.decode()
    start = text.index('<script type="application/ld+json">') + len('<script type="application/ld+json">')
    said = json.loads(text[start : text.index("</script>", start)])
    assert said["@type"] == "LearningResource"
    assert reverse("practice-pdf", args=[calendar.translation_key]) in text
    assert "Inês Mutombo. (2026)." in text
