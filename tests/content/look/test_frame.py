"""The frame of every page, and the pages for when something is not as it should be."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import translation

from config.errors import broken, forgotten, language_of
from tests.factories.content import page_below, published, section_below, site_tree

LANGUAGES = ("pt", "pt-br", "en", "es", "fr")


@pytest.fixture
def homes(db):
    """Plant the trees of four languages."""
    return site_tree()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_its_language_and_what_it_weighs(client, homes, language):
    page = client.get(f"/{language}/").text
    assert f'<html lang="{language}">' in page
    assert re.search(r'<p class="weight">.*?\d[.,]\d.*?</p>', page, re.DOTALL)
    assert "data-weight" not in page


def test_a_page_has_one_way_past_the_masthead_and_one_main_part(client, homes):
    page = client.get("/en/").text
    assert page.index('class="skip" href="#main"') < page.index("<header")
    assert page.count("<main ") == 1
    assert 'id="main"' in page


def test_a_page_runs_nothing_and_asks_nobody_else(client, homes):
    answer = client.get("/en/")
    assert "<script" not in answer.text
    assert "<style" not in answer.text
    assert 'style="' not in answer.text
    assert not re.findall(r'(?:src|href)="(?:https?:)?//(?!127\.0\.0\.1|testserver)', answer.text)


def test_the_section_that_one_is_in_is_marked(client, homes):
    section = section_below(homes["pt"], title="Cursos")
    page_below(section, title="Inspeção", slug="inspecao")
    page = client.get("/pt/cursos/inspecao/").text
    assert '<a href="/pt/cursos/" aria-current="true">Cursos</a>' in page


def test_a_hostile_name_is_text_in_the_masthead():
    html = render_to_string(
        "components/masthead.html", {"user": type("U", (), {"is_authenticated": True, "name": "<b>x</b> y", "email": "a"})(), "shell": None}
    )
    assert "<b>x" not in html
    assert "&lt;b&gt;x" in html


def test_the_frame_stands_without_shell_or_person():
    html = render_to_string("base.html", {})
    assert '<main id="main"' in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_found_is_said_in_the_readers_language_with_ways_on(client, homes, language):
    answer = client.get(f"/{language}/nothing-here/")
    assert answer.status_code == 404
    assert f'<html lang="{language}">' in answer.text
    assert f'href="/{language}/"' in answer.text


def test_an_address_without_language_is_not_found_either(client, homes):
    assert client.get("/cover/%00.svg").status_code == 404


def test_what_was_taken_down_is_gone(client, homes):
    published(page_below(homes["pt"], title="Antiga", live=False)).unpublish()
    answer = client.get("/pt/antiga/")
    assert answer.status_code == 410
    assert "<main" in answer.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_failure_is_told_without_asking_the_database(language, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        answer = broken(RequestFactory().get(f"/{language}/x/"))
    assert answer.status_code == 500
    assert f'<html lang="{language}">' in answer.text
    assert "css/site.css" in answer.text


def test_a_failure_in_the_failure_page_still_answers(monkeypatch):
    monkeypatch.setattr("config.errors.language_of", lambda request: 1 / 0)
    answer = broken(RequestFactory().get("/pt/"))
    assert answer.status_code == 500
    assert b"500" in answer.content


def test_a_failure_page_stands_without_styles(monkeypatch):
    monkeypatch.setattr(
        "config.errors.staticfiles_storage", type("Lost", (), {"url": staticmethod(lambda name: (_ for _ in ()).throw(ValueError(name)))})
    )
    assert broken(RequestFactory().get("/en/")).text.count("stylesheet") == 0


def test_a_raised_error_reaches_the_failure_page(client, homes, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("content.covers.views.tile", lambda key: 1 / 0)
    answer = client.get("/cover/abc.svg", headers={"accept-language": "fr"})
    assert answer.status_code == 500
    assert '<html lang="fr">' in answer.text


def test_a_form_without_its_token_is_told_how_to_send_it_again(homes):
    answer = Client(enforce_csrf_checks=True).post("/fr/account/login/", {"login": "a@example.org"})
    assert answer.status_code == 403
    assert '<html lang="fr">' in answer.text
    assert "a@example.org" not in answer.text


def test_the_address_that_failed_is_shown_as_text_only():
    answer = forgotten(RequestFactory().get('/pt/"><script>alert(1)</script>'), reason="CSRF cookie not set")
    assert "<script" not in answer.text
    assert "cookie not set" not in answer.text


@pytest.mark.parametrize(
    ("path", "accepted", "language"),
    [
        ("/fr/x/", "es", "fr"),
        ("/x/", "es", "es"),
        ("/x/", "pt-MZ", "pt"),
        ("/x/", "pt-BR", "pt-br"),
        ("/x/", "xx", "pt"),
        ("/x/", "", "pt"),
    ],
)
def test_the_language_is_that_of_the_address_else_of_the_browser(path, accepted, language):
    with translation.override("en"):
        assert language_of(RequestFactory().get(path, headers={"accept-language": accepted})) == language


def test_refused_says_why_and_offers_the_door(rf):
    shell = type("Shell", (), {"sign_in_url": "/en/account/login/", "languages": [], "sections": [], "footer": []})()
    request = rf.get("/en/x/?a=1&b=2")
    html = render_to_string("403.html", {"exception": "Only <b>editors</b>.", "user": AnonymousUser(), "shell": shell, "request": request})
    assert "Only &lt;b&gt;editors" in html
    assert "/en/account/login/?next=/en/x/%3Fa%3D1%26b%3D2" in html
