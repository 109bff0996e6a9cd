"""Readers of a translation are told the same as the board says."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from content.generation.queries import generation
from content.pages.models import ArticlePage
from content.translations import actions
from content.translations.models import Wording
from tests.content.translations.test_actions import NOW, put_words, rewritten, translated
from tests.factories.content import page_below, published

pytestmark = pytest.mark.django_db
TOLD = "The original has changed since"


def read(client, path):
    answer = client.get(path, headers={"accept-language": "en"})
    assert answer.status_code == 200
    return answer.text


@pytest.fixture
def english(page, translator, django_capture_on_commit_callbacks):
    """An English translation made with the board, as up to date as can be."""
    translated(page, "en", translator, django_capture_on_commit_callbacks)
    return page


def test_an_original_published_again_as_it_was_is_no_change(english, client):
    published(ArticlePage.objects.get(pk=english.pk))
    assert TOLD not in read(client, "/en/ola/")


def test_a_comma_mended_in_the_translation_does_not_hide_that_the_original_has_changed(english, client, of):
    rewritten(english, "outro texto")
    published(of(english, "en"))
    assert TOLD in read(client, "/en/ola/")


def test_the_notice_goes_with_the_mended_translation(english, client, translator, django_capture_on_commit_callbacks):
    rewritten(english, "outro texto")
    assert TOLD in read(client, "/en/ola/")
    translated(english, "en", translator, django_capture_on_commit_callbacks)
    assert TOLD not in read(client, "/en/ola/")


def test_a_translator_who_is_still_at_it_changes_nothing_for_readers(english, client):
    put_words(english, "en")
    actions.look_again(translation_key=english.translation_key, now=NOW)
    assert TOLD not in read(client, "/en/ola/")


def test_the_original_and_languages_that_show_it_say_nothing(english, client):
    rewritten(english, "outro texto")
    assert TOLD not in read(client, "/pt/ola/")
    assert TOLD not in read(client, "/es/ola/")


def test_where_the_board_knows_nothing_the_days_answer(english, client):
    published(ArticlePage.objects.get(pk=english.pk))
    Wording.objects.all().delete()
    cache.clear()
    assert TOLD in read(client, "/en/ola/")


def test_a_sister_that_stands_for_an_original_that_we_do_not_hold_is_not_called_the_original(homes, client):
    both = {"rendering": "unofficial", "original_language": "es", "is_source_held": False}
    portuguese = page_below(homes["pt"], title="Ata", slug="ata", **both)
    english = page_below(homes["en"], title="Minutes", translation_of=portuguese, **both)
    published(english)
    Page.objects.filter(pk=english.pk).update(first_published_at=NOW)
    published(portuguese)
    assert TOLD not in read(client, "/en/ata/")


def test_a_translation_is_read_with_one_question_more_once_and_then_with_none(english, client):
    def questions():
        with CaptureQueriesContext(connection) as caught:
            read(client, "/en/ola/")
        return [one["sql"] for one in caught if "content_wording" in one["sql"]]

    questions()
    assert questions() == []
    cache.clear()
    assert len(questions()) == 1


def test_the_generation_grows_when_a_language_stands_differently_and_only_then(english):
    before = generation()
    actions.look_again(translation_key=english.translation_key, now=NOW)
    assert generation() == before
    Wording.objects.filter(language="fr").update(state=1)
    actions.look_again(translation_key=english.translation_key, now=NOW)
    assert generation() > before
