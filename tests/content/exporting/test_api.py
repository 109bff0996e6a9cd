"""The API of practices: the library's questions, with the facets."""

import pytest
from django.utils import timezone

from content.audience.actions import set_level
from content.shelves.actions import shelve
from tests.factories.practices import library, practice, whole

pytestmark = pytest.mark.django_db
LIST = "/api/v2/practices/"


@pytest.fixture
def three(tree):
    pages = [
        whole("Calendário das colheitas", countries="AO:offering ST:requesting", themes="agriculture-rural"),
        practice("Lista de perigos", countries="MZ BR", modality="triangular"),
        practice("Círculo de casos", countries="BR", themes="labour-inspection education-training"),
    ]
    shelve(keys=[page.translation_key for page in pages])
    return pages


def ask(client, **question):
    return client.get(LIST, question).json()


def facet(said, name):
    return {one["value"]: one["count"] for one in said["meta"]["facets"][name]}


def test_all_practices_come_with_every_facet_and_its_counts(client, three):
    said = ask(client)
    assert said["meta"]["total_count"] == 3
    assert facet(said, "country") == {"ao": 1, "st": 1, "mz": 1, "br": 2}
    assert facet(said, "theme")["labour-inspection"] == 2
    assert facet(said, "modality") == {"south-south": 1, "triangular": 1}
    assert {item["title"] for item in said["items"]} == {page.title for page in three}


def test_facets_narrow_one_another_and_words_are_stemmed(client, three):
    said = ask(client, country="br", theme="education-training")
    assert [item["title"] for item in said["items"]] == ["Círculo de casos"]
    assert facet(said, "country")["br"] == 1
    assert [item["title"] for item in ask(client, search="calendario colheita")["items"]] == ["Calendário das colheitas"]
    assert ask(client, q="calendario", modality="triangular")["items"] == []


def test_values_that_nobody_knows_find_nothing_and_break_nothing(client, three):
    for question in ({"country": "zz"}, {"year": "99999"}, {"theme": "'; DROP--"}, {"q": "\0"}, {"region": "x" * 5000}):
        answer = client.get(LIST, question)
        assert answer.status_code == 200
    assert ask(client, country="zz")["meta"]["total_count"] == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [("limit", "21"), ("limit", "-1"), ("offset", "x"), ("offset", "9" * 30), ("locale", "de"), ("sort", "size"), ("colour", "red")],
)
def test_wrong_questions_are_answered_with_a_sentence(client, name, value):
    answer = client.get(LIST, {name: value})
    assert answer.status_code == 400
    assert answer.json()["message"]


def test_lists_come_in_pieces_in_the_order_asked_for(client, three):
    titles = [ask(client, sort="title", limit="1", offset=str(place))["items"][0]["title"] for place in range(3)]
    assert titles == ["Calendário das colheitas", "Círculo de casos", "Lista de perigos"]
    assert ask(client, offset="3")["items"] == []
    assert "facets" not in ask(client, facets="no")["meta"]


def test_texts_and_names_come_in_the_language_asked_for(client, three):
    practice("Calendrier des récoltes", language="fr", translation_of=three[0], countries="AO:offering ST:requesting")
    said = ask(client, locale="fr", country="ao")
    assert said["items"][0]["title"] == "Calendrier des récoltes"
    assert [one["name"] for one in said["meta"]["facets"]["country"] if one["value"] == "st"] == ["Sao Tomé-et-Principe"]


def test_one_practice_has_its_answers_as_html_and_its_linked_data(client, three):
    said = client.get(f"{LIST}{three[0].pk}/").json()
    assert said["id"] == three[0].pk
    assert said["html"]["objectives"].startswith("<p>Objectives")
    assert said["json_ld"]["@type"] == "LearningResource"
    assert said["country_roles"] == ["AO:offering", "ST:requesting"]
    assert client.get(f"{LIST}999999/", follow=True).status_code == 404


def test_a_practice_is_found_by_its_key(client, three):
    answer = client.get(f"{LIST}find/", {"key": str(three[1].translation_key)})
    assert answer.status_code == 302
    assert f"/practices/{three[1].pk}/" in answer["Location"]
    assert client.get(f"{LIST}find/", {"key": "x"}).status_code == 400
    assert client.get(f"{LIST}find/", {"id": "x"}).status_code == 400
    assert client.get(f"{LIST}find/", {"id": "99999"}, follow=True).status_code == 404


def test_strangers_find_open_practices_only_and_members_all(client, three, member):
    set_level(translation_key=library().translation_key, level="members", now=timezone.now())
    assert ask(client)["meta"] == {"total_count": 0, "facets": {}}
    assert client.get(f"{LIST}{three[0].pk}/", follow=True).status_code == 404
    assert client.get(f"{LIST}find/", {"key": str(three[0].translation_key)}, follow=True).status_code == 404
    client.force_login(member)
    assert ask(client)["meta"]["total_count"] == 3


def test_nothing_is_changed_by_the_api(client, three, member):
    client.force_login(member)
    assert client.post(LIST, {}).status_code == 405
    assert client.delete(f"{LIST}{three[0].pk}/").status_code == 405


@pytest.mark.parametrize("many", [1, 3])
def test_a_list_asks_the_same_questions_for_one_and_three(client, tree, many, django_assert_max_num_queries):
    pages = [whole(f"P{number}") for number in range(many)]
    shelve(keys=[page.translation_key for page in pages])
    ask(client)
    with django_assert_max_num_queries(18):
        assert len(ask(client)["items"]) == many
