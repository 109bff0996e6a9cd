"""Citations and papers as readers ask for them."""

import json
from io import BytesIO
from uuid import uuid4

import pypdf
import pytest
import rispy
from django.urls import reverse
from django.utils import timezone

from content.audience.actions import set_level
from content.versions.actions import keep_version
from content.versions.models import Version
from limits.actions import hit
from limits.queries import range_of
from tests.factories.practices import library, practice, whole

pytestmark = pytest.mark.django_db
NO_KEY = uuid4()


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


def test_closed_practices_are_cited_and_printed_for_members_only(client, calendar, member):
    set_level(translation_key=library().translation_key, level="members", now=timezone.now())
    keep_version(page=calendar, by=None, now=timezone.now())
    key = calendar.translation_key
    uid = Version.objects.get().uuid
    assert [cite(client, one).status_code for one in (key, uid)] == [404, 404]
    assert client.get(f"/pt/library/print/{key}/").status_code == 404
    client.force_login(member)
    assert cite(client, key).status_code == 200


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


def test_the_page_shows_how_to_cite_it_and_what_it_is(client, calendar):
    text = client.get("/pt/practices/calendario/").content.decode()
    start = text.index('<script type="application/ld+json">') + len('<script type="application/ld+json">')
    said = json.loads(text[start : text.index("</script>", start)])
    assert said["@type"] == "LearningResource"
    assert reverse("practice-pdf", args=[calendar.translation_key]) in text
    assert "Inês Mutombo. (2026)." in text


def test_contacts_are_shown_of_no_version_once_they_no_longer_agree(client, calendar):
    version = keep_version(page=calendar, by=None, now=timezone.now())
    calendar.contacts_consent = False
    calendar.save()
    text = pypdf.PdfReader(BytesIO(client.get(f"/pt/library/print/{version.uuid}/").content)).pages[0].extract_text()
    assert "office@example.org" not in text
    assert "withdrawn" not in text


def test_who_asks_for_many_papers_is_slowed_down_and_told_when_to_come_again(client, calendar, monkeypatch):
    address = f"/pt/library/print/{calendar.translation_key}/"
    monkeypatch.setattr("content.citing.slowing.SECONDS", 60)
    for _paper in range(60):
        hit(name="practice-pdf", key=range_of("127.0.0.1"), limit=60, seconds=60, now=timezone.now())
    answer = client.get(address)
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 60
