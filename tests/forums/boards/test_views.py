"""Editors open a discussion below a page; some kinds of page have one from the start."""

import pytest
from django.urls import reverse

from courses.catalogue.models import ModulePage
from forums.boards.models import Forum
from forums.boards.queries import forum_of, places
from forums.boards.rules import can_open_below
from tests.factories.content import page_below, published
from tests.factories.courses import course_below, modules_below
from tests.factories.forums import NOW, general_forum, page_forum, topic_in

pytestmark = pytest.mark.django_db


def door(page):
    return reverse("forum-open-below", args=[page.pk])


def test_who_publishes_a_page_opens_its_discussion_once_for_all_languages(client, homes, admin):
    page = page_below(homes["pt"], slug="here")
    french = page_below(homes["fr"], translation_of=page)
    client.force_login(admin)
    assert "Open a discussion" in client.get(door(page)).text or client.get(door(page)).status_code == 200
    assert not Forum.objects.exists()
    for _ in range(2):
        client.post(door(french))
    assert Forum.objects.get().key == page.translation_key
    assert f"/forums/{Forum.objects.get().uid}/" in client.get("/pt/here/").text


def test_nobody_else_opens_one(client, homes, cast):
    page = page_below(homes["pt"])
    for role, person in cast.items():
        if role in ("admin", "reviewer", "editor"):
            continue
        assert not can_open_below(person, page), role
        client.logout() if role == "stranger" else client.force_login(person)
        assert client.post(door(page)).status_code in (302, 403), role
    assert not Forum.objects.exists()


def test_first_pages_have_none(homes, admin):
    assert not can_open_below(admin, homes["pt"])


def test_a_module_is_discussed_from_its_publication_on(homes):
    (module,) = modules_below(course_below(homes["pt"]), 1)
    assert forum_of(module.translation_key) is None
    published(ModulePage.objects.get(pk=module.pk))
    published(ModulePage.objects.get(pk=module.pk))
    assert Forum.objects.filter(key=module.translation_key).count() == 1


def test_forums_are_called_as_their_pages_are_in_the_readers_language(homes, django_assert_num_queries):
    page = page_below(homes["pt"], title="Idade mínima")
    page_below(homes["fr"], translation_of=page, title="Âge minimum")
    forum, general = page_forum(page), general_forum(titles={"pt": "Geral", "fr": "Général"})
    places([forum], "fr")
    with django_assert_num_queries(1):
        named = places([forum, general], "fr")
    assert (named[forum.pk].title, named[forum.pk].code) == ("Âge minimum", "")
    assert places([forum], "es")[forum.pk].title in ("Idade mínima", "Âge minimum")
    assert places([forum], "es")[forum.pk].code


def test_a_general_forum_speaks_the_readers_language_or_one_that_it_has(settings):
    from django.utils.translation import override

    forum = general_forum(titles={"pt": "Geral", "fr": "Général"})
    for code, title in (("pt", "Geral"), ("pt-br", "Geral"), ("fr", "Général"), ("es", "Geral")):
        with override(code):
            assert forum.title == title


def test_a_forum_knows_its_last_post(forum):
    topic_in(forum, now=NOW)
    forum.refresh_from_db()
    assert forum.last_post_at == NOW
