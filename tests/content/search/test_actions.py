"""What search knows follows what is published."""

import pytest
from django.core.management import call_command
from wagtail.models import Page

from content.pages.models import ArticlePage
from content.search.actions import catch_up, forget_missing, index_page
from content.search.models import Posting, SearchText
from content.search.queries import Question, pages_about
from tests.content.conftest import published


def found(text: str, *languages: str, user=None) -> set[int]:
    return {match.page_id for match in pages_about(Question(text, languages or ("pt",)), user=user)}


@pytest.fixture
def page(tree):
    body = [("prose", "<p>A inspeção <b>visita</b> fábricas.</p>"), ("quote", {"text": "Ninguém ouviu", "who": "Amélia"})]
    return published(
        tree.homes["pt"], ArticlePage(title="Círculos", slug="circulos", lead="De casos", locale=tree.homes["pt"].locale, body=body)
    )


@pytest.mark.parametrize("word", ["círculo", "casos", "INSPECOES", "visitas", "fabrica", "ninguem", "amelia"])
def test_title_lead_and_every_block_are_found(page, word):
    assert found(word) == {page.pk}


def test_marks_of_formatting_are_no_words(page):
    assert not found("prose")
    assert "<" not in SearchText.objects.get(page=page).text


def test_a_draft_is_not_found_until_it_is_published(page):
    page.title = "Roda"
    revision = page.save_revision()
    assert not found("roda")
    revision.publish()
    assert found("roda") == {page.pk}
    assert not found("círculos")


def test_what_is_taken_down_or_deleted_is_forgotten(page):
    page.unpublish()
    assert not SearchText.objects.filter(page=page).exists()
    page.save_revision().publish()
    assert found("casos")
    page.delete()
    assert not Posting.objects.filter(stem="circul").exists()


def test_an_alias_is_found_only_as_the_text_that_it_stands_for(page, tree):
    assert Page.objects.filter(alias_of=page.pk).count() == 3
    assert found("casos", "pt", "en", "es", "fr") == {page.pk}


def test_reading_an_unchanged_page_again_writes_nothing(page, django_assert_max_num_queries):
    before = set(Posting.objects.filter(text=page.pk).values_list("pk", flat=True))
    assert index_page(page_id=page.pk) is False
    assert set(Posting.objects.filter(text=page.pk).values_list("pk", flat=True)) == before


def test_a_page_that_is_gone_is_no_error(db):
    assert index_page(page_id=999_999) is False


def test_everything_can_be_read_again(page, capsys):
    SearchText.objects.all().delete()
    call_command("rebuild_search", "--dry-run")
    assert not found("casos")
    call_command("rebuild_search")
    assert found("casos") == {page.pk}
    assert "5 pages read" in capsys.readouterr().out


def test_pages_that_came_live_unheard_are_caught_up_with_and_lost_ones_forgotten(page):
    SearchText.objects.filter(page=page).delete()
    assert catch_up(limit=1) == 1
    assert found("casos") == {page.pk}
    assert catch_up() == 0
    Page.objects.filter(pk=page.pk).update(live=False)
    assert forget_missing() == 1
