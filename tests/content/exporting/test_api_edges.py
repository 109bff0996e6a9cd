"""The API of practices where it is asked oddly, and what it keeps to itself."""

import pytest
from django.utils import timezone

from content.audience.actions import set_level
from content.shelves.actions import shelve
from tests.factories.content import page_below
from tests.factories.practices import practice, whole

pytestmark = pytest.mark.django_db
LIST = "/api/v2/practices/"


@pytest.fixture
def calendar(tree):
    page = whole("Calendário", slug="calendario")
    shelve(keys=[page.translation_key])
    return page


@pytest.mark.parametrize("many", [1, 3])
def test_a_list_with_documents_asks_the_same_questions_for_one_and_three(client, tree, new_paper, many, django_assert_max_num_queries):
    pages = [whole(f"P{number}", materials=(("Guia", new_paper(f"{number}.pdf")),)) for number in range(many)]
    shelve(keys=[page.translation_key for page in pages])
    client.get(LIST)
    with django_assert_max_num_queries(18):
        assert len(client.get(LIST).json()["items"]) == many


@pytest.mark.parametrize("pk", ["0", "999999999999999999999999", "-1", "x"])
def test_ids_that_no_page_has_are_not_found(client, calendar, pk):
    assert client.get(f"{LIST}{pk}/").status_code == 404


def test_other_pages_drafts_and_aliases_are_no_practices(client, calendar, tree):
    draft, article = practice("Rascunho", live=False), page_below(tree.homes["pt"], title="Artigo", slug="artigo")
    for page in (draft, article):
        assert client.get(f"{LIST}{page.pk}/").status_code == 404
        assert client.get(f"{LIST}find/", {"id": str(page.pk)}, follow=True).status_code == 404


def test_links_within_the_site_are_given_with_their_addresses(client, calendar, tree):
    article = page_below(tree.homes["pt"], title="Artigo", slug="artigo")
    calendar.objectives = f'<p>Ver <a linktype="page" id="{article.pk}">o artigo</a>.</p>'
    calendar.save()
    html = client.get(f"{LIST}{calendar.pk}/").json()["html"]["objectives"]
    assert "linktype" not in html
    assert "/artigo/" in html


@pytest.mark.parametrize("query", ["limit=0", "limit=0&facets=no"])
def test_counts_are_had_without_records(client, calendar, query):
    said = client.get(f"{LIST}?{query}").json()
    assert said["items"] == []
    assert said["meta"]["total_count"] == 1
    assert ("facets" in said["meta"]) is ("facets=no" not in query)


@pytest.mark.parametrize(
    "query", ["limit=²", "limit=1.0", "offset=-1", "offset=1000001", "locale=pt-br", "sort=TITLE", "limit=", "q=a&fields=*"]
)
def test_each_wrong_question_is_refused_with_a_sentence_in_json(client, calendar, query):
    answer = client.get(f"{LIST}?{query}")
    assert answer.status_code == 400
    assert answer["Content-Type"].startswith("application/json")
    assert answer.json()["message"]


@pytest.mark.parametrize("key", ["", "x", "0" * 5000, "{}", "\0"])
def test_a_key_that_is_none_is_refused(client, calendar, key):
    assert client.get(f"{LIST}find/", {"key": key}).status_code == 400


def test_a_key_that_nobody_has_and_one_that_is_closed_are_not_told_apart(client, calendar):
    set_level(translation_key=calendar.translation_key, level="members", now=timezone.now())
    closed = client.get(f"{LIST}find/", {"key": str(calendar.translation_key)})
    unknown = client.get(f"{LIST}find/", {"key": "00000000-0000-4000-8000-000000000000"})
    assert closed.status_code == unknown.status_code == 404
    assert closed.content == unknown.content


def test_a_page_is_found_by_its_id_too(client, calendar):
    answer = client.get(f"{LIST}find/", {"id": str(calendar.pk)})
    assert answer.status_code == 302
    assert answer["Location"].endswith(f"{LIST}{calendar.pk}/")


def test_contacts_are_in_no_answer(client, calendar):
    for address in (LIST, f"{LIST}{calendar.pk}/"):
        assert "office@example.org" not in client.get(address).content.decode()


def test_a_facet_that_is_chosen_says_so_and_many_values_are_alternatives(client, calendar):
    other = practice("Outra", countries="AO")
    shelve(keys=[other.translation_key])
    said = client.get(f"{LIST}?country=ao&country=mz").json()
    assert said["meta"]["total_count"] == 2
    on = {one["value"] for one in said["meta"]["facets"]["country"] if one["is_on"]}
    assert on == {"ao", "mz"}


def test_the_page_of_a_language_is_given_with_the_addresses_of_the_others(client, calendar):
    french = practice("Calendrier", language="fr", translation_of=calendar, rendering="official", original_language="pt")
    said = client.get(f"{LIST}{french.pk}/").json()
    assert (said["language"], said["original_language"], said["status"]) == ("fr", "pt", "official")
    assert set(said["meta"]["translations"]) == {"pt"}
    assert f"/fr/library/cite/{calendar.translation_key}/ris/" in said["meta"]["cite"]["ris"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nobody_writes_by_the_api(client, calendar, admin, method):
    client.force_login(admin)
    for address in (LIST, f"{LIST}{calendar.pk}/", f"{LIST}find/"):
        assert getattr(client, method)(address).status_code == 405
