"""Pages as readers meet them."""

import pytest
from django.test import override_settings
from wagtail.models import Page

from content.pages.choices import NoticeKind, Rendering
from content.pages.models import ArticlePage, InitiativePage, SectionPage, SessionPage
from tests.factories.content import page_below, prose, published, section_below


@pytest.fixture
def section(homes):
    """A section held in Portuguese, with its aliases."""
    return published(section_below(homes["pt"], title="Cursos", slug="courses"))


@pytest.fixture
def page(section):
    """An article held in Portuguese only."""
    return published(page_below(section, title="Olá", slug="ola", lead="Uma frase.", body=prose("texto")))


def test_an_article_is_read_under_both_portuguese_interfaces(page, client):
    for code in ("pt", "pt-br"):
        response = client.get(f"/{code}/courses/ola/")
        assert response.status_code == 200
        assert "Olá" in response.text
        assert "texto" in response.text
        assert "notice" not in response.text


def test_an_alias_says_in_which_language_it_is_read(page, client):
    response = client.get("/en/courses/ola/")
    assert "This page is not translated yet. You read it in Portuguese." in response.text
    assert '<div class="head" lang="pt">' in response.text


def test_an_alias_links_to_the_languages_that_are_held(homes, section, page, client):
    Page.objects.get(translation_key=page.translation_key, locale__language_code="es").delete()
    spanish = SectionPage.objects.get(translation_key=section.translation_key, locale__language_code="es")
    published(page_below(spanish, title="Hola", translation_of=page))
    response = client.get("/en/courses/ola/")
    assert '<a href="/es/courses/ola/" hreflang="es" lang="es">' in response.text


@override_settings(SITE_URL="https://academy.example.org")
def test_the_canonical_address_of_an_alias_is_its_sources(page, client):
    assert '<link rel="canonical" href="https://academy.example.org/pt/courses/ola/">' in client.get("/fr/courses/ola/").text


@override_settings(SITE_URL="https://academy.example.org")
def test_search_engines_are_offered_only_languages_that_are_held(page, client):
    text = client.get("/pt/courses/ola/").text
    assert 'hreflang="pt" href="https://academy.example.org/pt/courses/ola/"' in text
    assert 'hreflang="pt-br" href="https://academy.example.org/pt-br/courses/ola/"' in text
    assert 'rel="alternate" hreflang="en"' not in text
    assert 'rel="alternate"' not in client.get("/en/courses/ola/").text


def test_the_language_menu_keeps_the_reader_on_the_page(page, client):
    text = client.get("/pt-br/courses/ola/").text
    for code in ("pt", "pt-br", "en", "es", "fr"):
        assert f'href="/{code}/courses/ola/" lang="{code}"' in text


def test_links_stay_under_brazilian_portuguese(section, page, client):
    assert 'href="/pt-br/courses/ola/"' in client.get("/pt-br/courses/").text
    assert 'href="/pt-br/courses/"' in client.get("/pt-br/courses/ola/").text


def test_what_was_unpublished_is_gone_in_every_language(page, client):
    page.unpublish()
    for code in ("pt", "pt-br", "fr"):
        assert client.get(f"/{code}/courses/ola/").status_code == 410


def test_what_never_was_is_not_found(homes, section, client):
    page_below(section, slug="draft", live=False)
    assert client.get("/pt/courses/draft/").status_code == 404
    assert client.get("/pt/nothing/at/all/").status_code == 404


def test_a_redirect_goes_before_gone(homes, section, page, client):
    from wagtail.contrib.redirects.models import Redirect

    page.unpublish()
    Redirect.objects.create(old_path="/pt/courses/ola", redirect_page=section)
    assert client.get("/pt/courses/ola/").status_code == 301


@pytest.mark.parametrize("path", ["/pt/courses/ola", "/pt"])
def test_an_address_without_its_last_slash_finds_its_way(page, client, path):
    assert client.get(path).status_code in (301, 302)


def test_a_translation_says_that_it_is_unofficial_and_what_the_original_is(homes, client):
    page_below(
        homes["en"],
        slug="n",
        rendering=Rendering.UNOFFICIAL,
        original_language="es",
        is_source_held=False,
        translator="Ana",
        translated_version="2",
    )
    text = " ".join(client.get("/en/n/").text.split())
    assert "Unofficial translation. Original in Spanish. Translated by Ana. Version translated: 2. We do not hold the original." in text


def test_an_original_says_nothing_of_where_it_comes_from(page, client):
    assert "provenance" not in client.get("/pt/courses/ola/").text


def test_a_translation_older_than_its_original_is_shown_as_stale(homes, client):
    page = published(page_below(homes["pt"], slug="n"))
    Page.objects.get(translation_key=page.translation_key, locale__language_code="en").delete()
    translation = page_below(homes["en"], translation_of=page, rendering=Rendering.OFFICIAL, original_language="pt")
    published(translation)
    assert "The original has changed since" not in client.get("/en/n/").text
    published(page)
    assert "The original has changed since" in client.get("/en/n/").text


def test_a_section_lists_what_is_below_with_its_lead(section, page, client):
    text = client.get("/pt/courses/").text
    assert "Olá" in text
    assert "Uma frase." in text


def test_a_list_says_in_which_language_an_untranslated_title_is(section, page, client):
    assert '<a href="/en/courses/ola/" lang="pt">Olá</a>' in client.get("/en/courses/").text


def test_the_first_page_shows_what_is_new_in_each_section(section, page, client):
    text = client.get("/pt/").text
    assert "Cursos" in text
    assert '<a href="/pt/courses/ola/">Olá</a>' in text


def test_the_frame_shows_sections_and_standing_texts_and_forgets_nothing(homes, section, client):
    published(page_below(homes["pt"], title="Aviso", slug="privacy", notice=NoticeKind.PRIVACY))
    text = client.get("/pt/").text
    assert '<a href="/pt/courses/">Cursos</a>' in text
    assert '<a href="/pt/privacy/">Aviso</a>' in text
    section.title = "Formação"
    published(section)
    assert '<a href="/pt/courses/">Formação</a>' in client.get("/pt/").text


def test_a_session_shows_when_and_where_and_leaves_out_what_is_not_known(homes, client):
    page_below(homes["en"], SessionPage, slug="s", event="A conference", place="Praia", date_as_written="Thursday, 12")
    text = client.get("/en/s/").text
    assert "A conference" in text
    assert "Praia" in text
    assert "Thursday, 12" in text
    assert "<time" not in text


def test_an_initiative_shows_its_phases_achievements_focus_and_partners(homes, client):
    page_below(
        homes["en"],
        InitiativePage,
        slug="i",
        phases='[{"type": "phase", "value": {"title": "Start", "period": "2014–2017", "text": "<p>Begun</p>"}}]',
        achievements='[{"type": "achievement", "value": {"title": "Fewer", "figure": "2.3 million", "period": "2016–2020", "text": ""}}]',
        focus='[{"type": "point", "value": {"text": "<p>prevention</p>"}}]',
        partners='[{"type": "partner", "value": {"name": "Partner A", "url": "https://example.org/"}}]',
    )
    text = client.get("/en/i/").text
    for said in ("Start", "2014–2017", "Begun", "2.3 million", "2016–2020", "prevention", '<a href="https://example.org/"'):
        assert said in text


def test_what_other_rooms_know_reaches_the_template_and_the_foot_of_the_page(page, client):
    from django.utils.safestring import mark_safe
    from wagtail import hooks

    with hooks.register_temporarily("page_extra", lambda request, page: mark_safe("<p>below</p>")):
        assert "<p>below</p>" in client.get("/pt/courses/ola/").text


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_hostile_titles_are_inert(homes, client, text):
    page_below(homes["pt"], title=text, slug="h", lead=text, translator=text, rendering=Rendering.MACHINE)
    answer = client.get("/pt/h/").text
    assert "<script>alert" not in answer
    assert "<img src=x" not in answer


def test_an_article_costs_the_same_few_queries_with_one_block_and_with_three(homes, client, django_assert_num_queries):
    one = page_below(homes["pt"], slug="one", body=prose("a"))
    three = page_below(homes["pt"], slug="three", body=prose("a")[:-1] + "," + prose("b")[1:-1] + "," + prose("c")[1:])
    assert len(three.body) == 3
    for page in (one, three):
        client.get(f"/pt/{page.slug}/")
        with django_assert_num_queries(ARTICLE):
            client.get(f"/pt/{page.slug}/")


ARTICLE = 4


def test_a_section_costs_the_same_queries_with_one_row_and_with_three(homes, client, django_assert_num_queries):
    one, three = (section_below(homes["pt"], slug=slug) for slug in ("one", "three"))
    page_below(one)
    for _number in range(3):
        page_below(three)
    for section in (one, three):
        client.get(f"/pt/{section.slug}/")
        with django_assert_num_queries(SECTION):
            client.get(f"/pt/{section.slug}/")


SECTION = 6


def test_the_first_page_costs_the_same_queries_with_one_row_and_with_three(homes, client, django_assert_num_queries):
    section = section_below(homes["pt"], slug="s")
    page_below(section)
    client.get("/pt/")
    with django_assert_num_queries(HOME):
        client.get("/pt/")
    for _number in range(2):
        page_below(section)
    with django_assert_num_queries(HOME):
        client.get("/pt/")


HOME = 8


def test_an_alias_is_found_by_articles_too(page):
    assert ArticlePage.objects.filter(alias_of=page).count() == 3
