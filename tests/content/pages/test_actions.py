"""Aliases spread to the languages that lack a text, follow their source, and retire with it."""

import pytest
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from content.generation.queries import generation
from content.pages import actions
from content.pages.models import ArticlePage, SectionPage
from tests.factories.content import page_below, prose, published, section_below


@pytest.fixture
def section(homes):
    """A section held in Portuguese, with its aliases."""
    return published(section_below(homes["pt"], title="Cursos", slug="courses"))


def in_language(page, code):
    return Page.objects.get(translation_key=page.translation_key, locale__language_code=code)


def order(parent):
    return [child.slug for child in Page.objects.get(pk=parent.pk).get_children()]


def test_a_published_page_is_readable_in_every_language(section):
    page = published(page_below(section, title="Um", body=prose("olá")))
    for code in ("en", "es", "fr"):
        alias = in_language(page, code)
        assert alias.alias_of_id == page.pk
        assert alias.live
        assert alias.slug == page.slug
        assert alias.get_parent().translation_key == section.translation_key


@pytest.mark.parametrize("code", ["en", "es", "fr"])
def test_a_page_first_written_in_any_language_gets_aliases_in_the_others(homes, code):
    page = published(page_below(homes[code], title="First"))
    assert {other.locale.language_code for other in page.get_translations()} == {"pt", "en", "es", "fr"} - {code}


def test_parents_are_copied_where_a_language_lacks_them(homes):
    section = section_below(homes["pt"], slug="s")
    page = published(page_below(section, slug="p"))
    assert in_language(page, "fr").get_parent().specific.slug == "s"
    assert in_language(section, "fr").alias_of_id == section.pk


def test_spreading_again_changes_nothing(section):
    page = published(page_below(section))
    before = list(Page.objects.order_by("pk").values_list("pk", "path", "slug", "alias_of_id"))
    assert actions.spread_aliases(page=page) == []
    assert list(Page.objects.order_by("pk").values_list("pk", "path", "slug", "alias_of_id")) == before


def test_a_draft_and_an_alias_do_not_spread(section):
    draft = page_below(section, live=False)
    assert actions.spread_aliases(page=draft) == []
    assert actions.spread_aliases(page=in_language(section, "en")) == []


def test_a_translation_that_is_there_is_left_alone(homes, section):
    page = page_below(section, title="Um", slug="um")
    english = page_below(SectionPage.objects.get(pk=in_language(section, "en").pk), title="One", translation_of=page)
    published(page)
    english.refresh_from_db()
    assert english.title == "One"
    assert english.alias_of_id is None


@pytest.mark.parametrize("language", ["pt", "pt-br", "en"])
def test_aliases_follow_a_new_slug_and_leave_redirects(section, client, django_capture_on_commit_callbacks, language):
    """Whatever language the editor's own screens have."""
    page = published(page_below(section, title="Um", slug="um"))
    with translation.override(language), django_capture_on_commit_callbacks(execute=True):
        page.slug = "dois"
        published(page)
    assert in_language(page, "fr").slug == "dois"
    for code in ("pt", "pt-br", "fr"):
        response = client.get(f"/{code}/courses/um/")
        assert response.status_code == 301
        assert response["Location"].endswith(f"/{code}/courses/dois/")


def test_renderings_follow_a_move_in_all_languages_and_leave_redirects(homes, section, client):
    page = published(page_below(section, title="Um", slug="um"))
    elsewhere = published(section_below(homes["pt"], title="Outra", slug="other"))
    page.move(Page.objects.get(pk=elsewhere.pk), pos="last-child")
    for code in ("en", "es", "fr"):
        assert in_language(page, code).get_parent().translation_key == elsewhere.translation_key
        assert client.get(f"/{code}/courses/um/")["Location"].endswith(f"/{code}/other/um/")
    assert Redirect.objects.count() == 4


def test_a_new_order_is_the_order_in_all_languages(section):
    pages = [published(page_below(section, slug=slug)) for slug in ("a", "b", "c")]
    Page.objects.get(pk=pages[2].pk).move(Page.objects.get(pk=pages[0].pk), pos="left")
    assert order(section) == ["c", "a", "b"]
    assert order(in_language(section, "es")) == ["c", "a", "b"]


def test_a_page_published_late_stands_in_its_place_in_every_language(section):
    first = page_below(section, slug="a", live=False)
    published(page_below(section, slug="b"))
    published(first)
    assert order(in_language(section, "en")) == ["a", "b"]


def test_unpublishing_takes_the_aliases_along(section):
    page = published(page_below(section))
    page.unpublish()
    assert not in_language(page, "en").live


def test_aliases_wake_for_another_language_when_their_source_is_unpublished(section):
    page = published(page_below(section, title="Um", slug="um"))
    in_language(page, "en").delete()
    english = page_below(SectionPage.objects.get(pk=in_language(section, "en").pk), title="One", translation_of=page, body=prose("hello"))
    english = published(english)
    page.unpublish()
    french = in_language(page, "fr")
    assert french.live
    assert french.alias_of_id == english.pk
    assert french.title == "One"


def test_publishing_again_brings_the_aliases_back(section):
    page = published(page_below(section))
    page.unpublish()
    published(page)
    assert in_language(page, "es").live


def test_deleting_a_page_deletes_its_aliases(section):
    page = published(page_below(section))
    Page.objects.get(pk=page.pk).delete()
    assert not Page.objects.filter(translation_key=page.translation_key).exists()


def test_deleting_a_section_deletes_the_aliases_of_all_that_is_below(section):
    page = published(page_below(section))
    Page.objects.get(pk=section.pk).delete()
    assert not Page.objects.filter(translation_key__in=[page.translation_key, section.translation_key]).exists()


def test_deleting_a_page_whose_text_lives_on_in_another_language_leaves_aliases_of_that(section):
    page = published(page_below(section, title="Um", slug="um"))
    in_language(page, "en").delete()
    english = published(page_below(SectionPage.objects.get(pk=in_language(section, "en").pk), title="One", translation_of=page))
    Page.objects.get(pk=page.pk).delete()
    assert in_language(page, "fr").alias_of_id == english.pk
    assert in_language(page, "fr").live


def test_a_living_page_below_an_orphan_keeps_it(section):
    english = SectionPage.objects.get(pk=in_language(section, "en").pk)
    kept = page_below(english, title="Only here")
    Page.objects.get(pk=section.pk).delete()
    assert ArticlePage.objects.filter(pk=kept.pk, live=True).exists()
    assert not in_language(section, "en").live


def test_retiring_what_is_gone_is_no_error(db):
    actions.retire_orphans(page_ids=[987654])


def test_a_copy_keeps_its_block_ids(section):
    page = published(page_below(section, body=prose("x")))
    copy = page.copy(update_attrs={"slug": "copy"})
    assert [block.id for block in copy.specific.body] == [block.id for block in page.body]
    alias = ArticlePage.objects.get(pk=in_language(page, "fr").pk)
    assert [block.id for block in alias.body] == [block.id for block in page.body]


def test_every_change_of_the_tree_raises_the_generation(homes, section):
    seen = [generation()]

    def has_grown():
        seen.append(generation())
        return seen[-1] > seen[-2]

    page = published(page_below(section))
    assert has_grown()
    page.unpublish()
    assert has_grown()
    page.move(Page.objects.get(pk=homes["pt"].pk), pos="last-child")
    assert has_grown()
    page.delete()
    assert has_grown()
