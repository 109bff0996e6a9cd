"""The page of the library."""

import pytest
from django.test import Client
from django.utils.html import escape

from content.practices.models import PracticePage
from content.shelves.actions import shelve
from tests.factories.practices import practice

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(shelf):
    pages = [
        practice("Fiscalização <no> porto", summary="Uma visita às docas & mais.", countries="BR ST", starts_year=2019, ends_year=2021),
        practice("Contre le travail des enfants", language="fr", countries="BR", themes="education-training"),
    ]
    shelve(keys=[page.translation_key for page in pages])
    return pages


def body(client, query="", language="pt"):
    answer = client.get(f"/{language}/practices/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_practice_is_listed_with_what_tells_it_apart(client, held):
    text = body(client)
    assert "Fiscalização &lt;no&gt; porto" in text
    assert f'href="/pt/practices/{held[0].slug}/"' in text
    assert "Brasil, São Tomé e Príncipe" in text
    assert "2019–2021" in text
    assert 'lang="fr">Contre le travail des enfants</a>' in text  # read in its own language where there is no other
    assert "<b>2 " in text


def test_a_reader_gets_the_text_in_her_language_where_there_is_one(client, held):
    practice("Contra o trabalho infantil", translation_of=held[1])
    shelve(keys=[held[1].translation_key])
    assert "Contra o trabalho infantil" in body(client)
    assert "Contre le travail des enfants" in body(client, language="fr")
    assert "Contra o trabalho infantil" in body(client, language="pt-br")
    assert "Contre le travail" not in body(client)


def test_facets_are_one_form_and_plain_links(client, held):
    text = body(client, "?country=br&theme=education-training")
    assert '<input type="checkbox" name="country" value="br" checked>' in text
    assert 'href="?theme=education-training&amp;country=br"' in text  # a number asks for its value alone
    assert 'class="chip" href="?country=br"' in text  # a chip takes its value away
    assert 'name="theme" value="labour-inspection"' in text
    assert "Contre le travail" in text
    assert "porto" not in text


def test_words_are_marked_and_kept(client, held):
    text = body(client, "?q=fiscalizacao")
    assert "<mark>Fiscalização</mark> &lt;no&gt; porto" in text
    assert 'value="fiscalizacao"' in text
    assert 'content="noindex"' in text
    assert "noindex" not in body(client)


HOSTILE = [
    "?q=%00&country=%00",
    "?q=%ff%fe",
    "?theme=<script>alert(1)</script>",
    "?country='%20OR%201=1--",
    "?year=99999999999999999999",
    "?sort=pk;drop&page=-1",
    "?page=99999999",
    "?q=" + "%22" * 150,
    "?q=" + "a%20" * 900,
    "?" + "&".join(f"country=x{place}" for place in range(900)),
    "?q[]=1&country[$ne]=1",
]


@pytest.mark.parametrize("query", HOSTILE)
def test_nonsense_is_answered_kindly(client, held, query):
    text = body(client, query)
    assert "<script>alert" not in text
    assert 'id="q"' in text


def test_what_is_unknown_is_shown_and_can_be_taken_away(client, held):
    text = body(client, "?theme=<b>&country=br")
    assert escape("<b>") in text
    assert 'href="?country=br"' in text
    assert "“" in text


def test_an_empty_library_says_so(client, shelf):
    assert 'id="q"' in body(client)
    assert "pager" not in body(client)


def test_pages_follow_one_another(client, shelf):
    pages = [practice() for _place in range(23)]
    shelve(keys=[page.translation_key for page in pages])
    first, second = body(client, "?country=br"), body(client, "?country=br&page=2")
    assert first.count('class="entry"') == 20
    assert second.count('class="entry"') == 3
    assert 'href="?country=br&amp;page=2"' in first
    assert body(client, "?country=br&page=77").count('class="entry"') == 3


def test_a_long_list_by_title_ends_and_says_so(client, held, monkeypatch):
    monkeypatch.setattr("content.library.views.MOST_BY_TITLE", 1)
    text = body(client, "?sort=title")
    assert text.count('class="entry"') == 1
    assert "<b>2 " in text


@pytest.mark.parametrize("number", [1, 3])
def test_more_practices_ask_no_more_questions(shelf, learner, number, django_assert_max_num_queries):
    pages = [practice("Porto", countries="BR AO") for _place in range(number)]
    shelve(keys=[page.translation_key for page in pages])
    member = Client()
    member.force_login(learner)
    for client, most in ((Client(), 7), (member, 9)):
        for query in ("", "?q=porto&country=br&region=africa&theme=labour-inspection", '?q="porto"', "?sort=title"):
            client.get(f"/pt/practices/{query}")
            with django_assert_max_num_queries(most + ('"' in query)):
                assert client.get(f"/pt/practices/{query}").status_code == 200


def test_what_was_taken_down_a_moment_ago_is_not_shown(client, held):
    PracticePage.objects.filter(pk=held[0].pk).update(live=False)  # as seen by a request between a withdrawal and its job
    assert "porto" not in body(client)


def test_answers_differ_by_person_and_are_kept_by_nobody(client, held):
    assert "private" in client.get("/pt/practices/")["Cache-Control"]
    assert client.post("/pt/practices/").status_code == 405


def test_the_page_is_there_in_every_language(client, held):
    for language in ("pt", "pt-br", "en", "es", "fr"):
        assert f'<html lang="{language}"' in body(client, "?country=br", language)


def test_a_long_question_is_not_repeated_at_each_number(client, held):
    text = body(client, "?" + "&".join(f"theme=labour-inspection-{place}" for place in range(19)) + "&theme=labour-inspection")
    assert '<span class="num">1</span>' in text
    assert "labour-inspection-7&amp;country=" not in text
    assert 'class="num" href="?theme=labour-inspection"' in text  # in its own facet the question without it is short
