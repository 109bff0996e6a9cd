"""The search page."""

import pytest

from content.pages.models import ArticlePage, SectionPage
from tests.content.conftest import LANGUAGES, put

HOSTILE = [
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    '" OR "x"*',
    "NEAR(a b)",
    "a AND (b",
    "%_%",
    "\\",
    "\x00\x01",
    "\u202eabc",
    "a" * 5000,
    "a " * 5000,
    "🧵",
    "{{ 7*7 }}",
    "../../etc/passwd",
    "-1",
    "*",
    "''",
]


def results(client, question: str, code: str = "pt", **more) -> list[str]:
    response = client.get(f"/{code}/search/", {"q": question, **more})
    assert response.status_code == 200
    return [str(result.title).replace("<mark>", "").replace("</mark>", "") for result in response.context["results"]]


@pytest.fixture
def pages(tree):
    return tree.add("Open", lead="Casos cases casos cas {} oficina")


@pytest.mark.parametrize("code", [*LANGUAGES, "pt-br"])
def test_one_searches_in_the_language_that_one_reads(client, pages, code):
    content = "pt" if code == "pt-br" else code
    assert results(client, "oficina", code) == [f"Open {content}"]
    assert client.get(f"/{code}/search/", {"q": "oficina"}).context["results"][0].url == f"/{code}/open/"


def test_all_languages_can_be_asked_and_are_offered(client, pages):
    page = client.get("/en/search/", {"q": "oficina"})
    assert page.context["elsewhere"] == 3
    assert "all=on" in page.content.decode()
    found = results(client, "oficina", "en", all="on")
    assert found[0] == "Open en"
    assert sorted(found) == [f"Open {code}" for code in sorted(LANGUAGES)]
    assert 'lang="fr"' in client.get("/en/search/", {"q": "oficina", "all": "on"}).content.decode()


def test_pages_with_all_words_come_alone_and_with_some_only_where_none_has_all(client, tree):
    home = tree.homes["pt"]
    for number, lead in enumerate(["algodão escola", "algodão", "escola"]):
        put(home, ArticlePage(title=f"P{number}", slug=f"p{number}", lead=lead, locale=home.locale))
    assert results(client, "escola algodão") == ["P0"]
    response = client.get("/pt/search/", {"q": "escola xilofone"})
    assert response.context["is_partial"]
    assert len(response.context["results"]) == 2


def test_a_title_counts_more_than_a_text(client, tree):
    home = tree.homes["pt"]
    put(home, ArticlePage(title="Outra", slug="a", lead="x", locale=home.locale, body=[("prose", "<p>fibra fibra fibra</p>")]))
    put(home, ArticlePage(title="Fibra", slug="b", lead="x", locale=home.locale))
    assert results(client, "fibras") == ["Fibra", "Outra"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_strangers_find_no_closed_page_and_members_do(client, closed, member, code):
    assert results(client, "lesson", code) == []
    assert client.get(f"/{code}/search/", {"q": "secret"}).context["elsewhere"] == 0
    client.force_login(member)
    assert results(client, "lesson", code) == [f"Lesson {code}"]


def test_words_asked_for_are_marked_and_nothing_else_is_made_of_a_text(client, tree):
    home = tree.homes["pt"]
    lead = "antes " * 80 + "<img src=x onerror=alert(1)> a Inspeção " + "depois " * 80
    put(home, ArticlePage(title="<b>Título</b>", slug="t", lead=lead, locale=home.locale))
    html = client.get("/pt/search/", {"q": "inspecoes titulo"}).content.decode()
    assert "<mark>Inspeção</mark>" in html
    assert "&lt;b&gt;<mark>Título</mark>&lt;/b&gt;" in html
    assert "<img src=x" not in html
    assert "… " in html


@pytest.mark.parametrize("question", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_questions_are_answered_like_any_other(client, pages, question):
    response = client.get("/pt/search/", {"q": question, "page": "x", "all": "'"})
    assert response.status_code == 200
    assert "<script>alert(1)" not in response.content.decode()


def test_nothing_asked_and_nothing_found_are_answered_kindly(client, pages):
    assert "results" in client.get("/en/search/").context
    assert "No page has these words" in client.get("/en/search/", {"q": "zzzz"}).content.decode()
    assert "No page has" not in client.get("/en/search/", {"q": "  "}).content.decode()


def test_what_was_typed_is_kept(client, pages):
    assert 'value="&lt;casos&gt;"' in client.get("/pt/search/", {"q": "<casos>"}).content.decode()


def test_many_pages_are_turned_over_ten_at_a_time(client, tree):
    home = tree.homes["pt"]
    for number in range(12):
        put(home, ArticlePage(title=f"Fio {number}", slug=f"fio-{number}", locale=home.locale))
    assert len(results(client, "fio")) == 10
    assert len(results(client, "fio", page="2")) == 2
    assert len(results(client, "fio", page="99")) == 2
    assert "q=fio&amp;page=2" in client.get("/pt/search/", {"q": "fio"}).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_a_search_costs_the_same_with_one_page_and_with_three(client, tree, django_assert_num_queries, closed, count):
    section = SectionPage(title="S", slug="s", locale=tree.homes["pt"].locale)
    put(tree.homes["pt"], section)
    for number in range(count):
        put(section, ArticlePage(title=f"Fio {number}", slug=f"fio-{number}", locale=section.locale))
    client.get("/pt/search/", {"q": "fio"})
    with django_assert_num_queries(6):
        assert len(client.get("/pt/search/", {"q": "fio"}).context["results"]) == count


def test_the_page_is_nobody_elses_and_only_read(client, pages):
    assert "private" in client.get("/pt/search/", {"q": "x"})["Cache-Control"]
    assert client.post("/pt/search/", {"q": "x"}).status_code == 405
    assert client.head("/pt/search/?q=oficina").status_code == 200
