"""The frame: menu, languages and standing texts, asked once and forgotten when something changes."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory, override_settings
from django.urls import resolve
from django.utils import timezone
from django.utils.translation import override
from wagtail import hooks
from wagtail.models import Page

from content.audience.actions import set_level
from content.frame.shell import Shell
from content.pages.choices import NoticeKind
from tests.factories.content import page_below, published, section_below, site_tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def homes():
    """The first pages of the four languages."""
    return site_tree()


def shell(path="/pt/", language="pt", user=None):
    request = RequestFactory().get(path)
    request.user = user or AnonymousUser()
    request.resolver_match = None
    with override(language):
        made = Shell(request)
        made.sections, made.footer, made.languages  # noqa: B018 - asked while the language is active
    return made


def own(shown):
    """Return the titles of the sections that are pages; storeys above add entries of their own."""
    return [entry.title for entry in shown.sections if entry.url not in ("/pt/forums/", "/pt/learning/")]


def test_storeys_above_add_their_entry_to_the_menu_of_every_page(homes):
    entry = shell("/pt/forums/topics/").sections[-1]
    assert (entry.title, entry.url, entry.is_here) == ("Fóruns", "/pt/forums/", True)
    assert not shell().sections[-1].is_here


def test_the_menu_is_asked_once_and_again_after_a_change(homes, django_assert_num_queries):
    section = published(section_below(homes["pt"], title="Cursos", slug="courses"))
    assert own(shell()) == ["Cursos"]
    with django_assert_num_queries(1):
        shell()
    section.title = "Formação"
    published(section)
    assert own(shell()) == ["Formação"]


def test_the_menu_costs_the_same_with_one_section_and_with_three(homes, django_assert_num_queries):
    shell()
    published(section_below(homes["pt"], slug="a"))
    with django_assert_num_queries(4):
        shell()
    for slug in ("b", "c"):
        published(section_below(homes["pt"], slug=slug))
    with django_assert_num_queries(4):
        shell()


def test_a_section_for_members_is_not_in_a_strangers_menu(homes, django_user_model):
    section = published(section_below(homes["pt"], slug="closed"))
    member = django_user_model.objects.create_user("m@example.org", "a-long-password")
    shell(), shell(user=member)
    set_level(translation_key=section.translation_key, level="members", now=timezone.now())
    assert own(shell()) == []
    assert shell(user=member).sections[0].url == "/pt/closed/"


def test_the_section_one_is_in_is_marked(homes):
    published(section_below(homes["pt"], slug="a"))
    assert shell("/pt/a/b/").sections[0].is_here
    assert not shell("/pt/ab/").sections[0].is_here


def test_an_untranslated_section_says_its_language(homes):
    published(section_below(homes["pt"], slug="a"))
    assert shell("/en/", "en").sections[0].code == "pt"
    assert shell("/pt-br/", "pt-br").sections[0].code == ""


def test_standing_texts_stand_in_their_order(homes):
    published(page_below(homes["pt"], title="C", slug="c", notice=NoticeKind.CONTACT))
    published(page_below(homes["pt"], title="T", slug="t", notice=NoticeKind.TERMS))
    assert [link[0] for link in shell().footer][:2] == ["T", "C"]


def test_storeys_above_add_links_to_the_foot_of_every_page(homes):
    with hooks.register_temporarily("foot_menu", lambda: ("Mine", "/mine/")):
        assert ("Mine", "/mine/") in shell().footer
    assert ("Mine", "/mine/") not in shell().footer


def test_a_page_taken_down_leaves_the_menu(homes):
    section = published(section_below(homes["pt"], slug="a"))
    shell()
    section.unpublish()
    assert own(shell()) == []


def test_where_no_page_is_the_menu_of_languages_leads_to_first_pages(homes):
    assert [entry.url for entry in shell("/pt/nix/").languages] == ["/pt/", "/pt-br/", "/en/", "/es/", "/fr/"]


def test_a_screen_that_is_no_page_keeps_its_address_in_every_language(homes, client):
    text = client.get("/es/search/?q=pesca").text
    assert 'href="/fr/search/?q=pesca"' in text


def test_a_form_just_sent_leads_to_first_pages():
    request = RequestFactory().post("/pt/account/login/")
    request.user = AnonymousUser()
    with override("pt"):
        request.resolver_match = resolve("/pt/account/login/")
        assert Shell(request).languages[2].url == "/en/"


def test_an_empty_site_has_an_empty_frame():
    Page.objects.filter(depth=2).delete()
    assert own(shell()) == []


@override_settings(SITE_URL="https://academy.example.org")
def test_languages_call_themselves_by_their_own_names(homes):
    assert [entry.name for entry in shell().languages] == ["Português", "Português (Brasil)", "English", "Español", "Français"]
