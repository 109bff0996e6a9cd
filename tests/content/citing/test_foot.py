"""What stands at the foot of a record, and what the ways of taking it along cost."""

import json

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from django.utils.translation import override

from content.citing.queries import pages_of, records_of
from content.citing.slowing import SECONDS
from content.citing.wagtail_hooks import cite_box
from content.practices.models import PracticePage
from content.versions.actions import keep_version
from limits.actions import hit
from limits.queries import range_of
from tests.factories.content import page_below
from tests.factories.practices import library, practice, whole

pytestmark = pytest.mark.django_db
HOSTILE = "</script><script>alert(1)</script><b>&"


@pytest.fixture
def calendar(tree):
    return whole("Calendário", slug="calendario")


def box(rf, page, *, language="pt", is_preview=False):
    request = rf.get("/")
    request.user, request.is_preview = AnonymousUser(), is_preview
    with override(language):
        return cite_box(request, page)


def linked(text):
    start = text.index('<script type="application/ld+json">') + len('<script type="application/ld+json">')
    return json.loads(text[start : text.index("</script>", start)])


def test_only_a_practice_that_is_kept_is_cited(rf, calendar, tree):
    assert box(rf, page_below(tree.homes["pt"], title="Artigo", slug="artigo")) is None
    assert box(rf, library()) is None
    assert box(rf, PracticePage(title="Nova")) is None
    assert "Calendário" in box(rf, calendar)


@pytest.mark.parametrize("language", ["pt", "en", "es", "fr", "pt-br"])
def test_the_ways_of_citing_lead_to_addresses_of_the_readers_language(rf, calendar, language):
    text = box(rf, calendar, language=language)
    for form in ("bibtex", "ris", "csl", "jsonld"):
        assert f'href="/{language}/library/cite/{calendar.translation_key}/{form}/"' in text
    assert f'href="/{language}/library/print/{calendar.translation_key}/"' in text
    assert 'lang="pt"' in text


def test_words_of_people_are_words_in_the_page_and_in_its_linked_data(client, tree):
    whole(HOSTILE, slug="calendario", author=HOSTILE, institution=HOSTILE)
    text = client.get("/pt/practices/calendario/").content.decode()
    assert "<script>alert(1)" not in text
    said = linked(text)
    assert said["name"] == HOSTILE
    assert said["author"][0]["name"] == "</script><script>alert(1)</script><b>&"


def test_a_preview_cites_the_draft_and_leaves_nothing_behind(rf, calendar):
    box(rf, calendar)
    calendar.title = "Rascunho"
    assert "Rascunho" in box(rf, calendar, is_preview=True)
    assert "Rascunho" not in box(rf, calendar)


def test_a_new_publication_is_cited_at_once(client, calendar):
    client.get("/pt/practices/calendario/")
    calendar.title = "Calendário novo"
    calendar.save_revision().publish()
    text = client.get("/pt/practices/calendario/").content.decode()
    assert linked(text)["name"] == "Calendário novo"
    assert linked(text)["version"] == 1
    assert "/pt/library/versions/" in linked(text)["sameAs"]


def test_translations_name_one_another(client, calendar):
    practice("Calendrier", language="fr", translation_of=calendar, rendering="official", original_language="pt")
    original = linked(client.get("/pt/practices/calendario/").content.decode())
    other = linked(client.get("/fr/practices/calendario/").content.decode())
    assert [one["@id"] for one in original["workTranslation"]] == [other["@id"]]
    assert other["translationOfWork"]["@id"] == original["@id"]
    assert {place["identifier"] for place in other["spatialCoverage"]} == {"BR", "MZ"}


@pytest.mark.parametrize("many", [1, 3])
def test_records_with_documents_and_versions_ask_the_same_questions_however_many(tree, new_paper, many, django_assert_max_num_queries):
    pages = [whole(f"P{number}", materials=(("Guia", new_paper(f"{number}.pdf")),)) for number in range(many)]
    for page in pages:
        keep_version(page=page, by=None, now=timezone.now())
    found = pages_of([page.translation_key for page in pages], user=None, language="pt")
    records_of(found)
    with django_assert_max_num_queries(12):
        records = records_of(found)
    assert [len(record.materials) for record in records] == [1] * many
    assert all(record.version == 1 and record.permanent for record in records)


def full_up(name, limit, key):
    for _time in range(limit):
        hit(name=name, key=key, limit=limit, seconds=SECONDS, now=timezone.now())


def test_strangers_of_one_network_are_counted_together_and_members_each_alone(client, calendar, member):
    address = f"/pt/library/print/{calendar.translation_key}/"
    full_up("practice-pdf", 60, range_of("127.0.0.1"))
    refused = client.get(address)
    assert refused.status_code == 429
    assert int(refused["Retry-After"]) > 0
    assert 'name="robots" content="noindex"' in refused.content.decode()
    client.force_login(member)
    assert client.get(address).status_code == 200
    full_up("practice-pdf", 60, f"account {member.pk}")
    assert client.get(address).status_code == 429


def test_citations_are_never_slowed_down_by_papers(client, calendar):
    full_up("practice-pdf", 60, range_of("127.0.0.1"))
    assert client.get(f"/pt/library/cite/{calendar.translation_key}/ris/").status_code == 200


@pytest.mark.parametrize("address", ["cite/{}/ris/", "cite/{}/jsonld/", "print/{}/"])
def test_what_is_taken_along_is_kept_by_no_shared_cache_and_changed_by_nobody(client, calendar, address):
    where = f"/pt/library/{address.format(calendar.translation_key)}"
    answer = client.get(where)
    assert "private" in answer["Cache-Control"]
    assert client.head(where).status_code == 200
    assert client.post(where).status_code == 405


@pytest.mark.parametrize("tail", ["cite/x/ris/", "cite/{}/../", "cite/{}/RIS%00/", "print/x/", "cite/{}/%3Cscript%3E/"])
def test_addresses_that_mean_nothing_are_not_found(client, calendar, tail):
    assert client.get(f"/pt/library/{tail.format(calendar.translation_key)}").status_code == 404


def test_a_draft_is_cited_by_nobody(client, tree, member):
    draft = practice("Rascunho", live=False)
    for _who in range(2):
        assert client.get(f"/pt/library/cite/{draft.translation_key}/ris/").status_code == 404
        client.force_login(member)
