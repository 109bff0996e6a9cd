"""The trees and texts of the first day."""

from django.conf import settings
from django.test import TestCase
from wagtail.models import Locale, Page, Site

from content.pages.models import ArticlePage, HomePage, SectionPage
from content.standing import trees
from content.standing.reading import LANGUAGES, NOTICES, SECTIONS, read


def held():
    """Return what of the tree would show a change."""
    return list(Page.objects.order_by("pk").values_list("pk", "title", "latest_revision_id", "path"))


class TestFirstDay(TestCase):
    """A class, since planting takes seconds: it is done once, and each test is rolled back to it."""

    @classmethod
    def setUpTestData(cls):
        trees.plant()
        trees.write_notices()

    def test_four_first_pages_are_translations_of_one_another(self):
        homes = HomePage.objects.all()
        assert {home.locale.language_code for home in homes} == set(LANGUAGES)
        assert len({home.translation_key for home in homes}) == 1
        assert all(home.live and not home.alias_of_id for home in homes)

    def test_the_site_shows_the_portuguese_tree_and_the_page_of_welcome_is_gone(self):
        site = Site.objects.get(is_default_site=True)
        assert site.root_page.locale.language_code == "pt"
        assert not Page.objects.filter(slug="home", depth=2).exists()

    def test_every_language_has_its_own_text_of_every_section_and_notice(self):
        for model, names in ((SectionPage, SECTIONS), (ArticlePage, NOTICES)):
            for name in names:
                pages = model.objects.filter(slug=name)
                assert len({page.lead for page in pages}) == 4
                assert all(page.live and not page.alias_of_id for page in pages)

    def test_the_first_page_of_each_interface_language_answers(self):
        for language, code in (("pt", "pt"), ("pt-br", "pt"), ("en", "en"), ("es", "es"), ("fr", "fr")):
            response = self.client.get(f"/{language}/")
            assert response.status_code == 200
            assert read("home", code).title in response.text

    def test_each_standing_text_answers_in_each_language(self):
        for name in NOTICES:
            for code in LANGUAGES:
                assert read(name, code).title in self.client.get(f"/{code}/{name}/").text

    def test_the_frame_leads_to_sections_and_standing_texts(self):
        text = self.client.get("/es/").text
        for name in (*SECTIONS, *NOTICES):
            assert f'href="/es/{name}/"' in text

    def test_planting_again_changes_nothing(self):
        before = held()
        assert trees.plant() == 0
        assert trees.write_notices() == 0
        assert held() == before

    def test_an_editors_change_is_never_overwritten(self):
        page = ArticlePage.objects.get(slug="privacy", locale__language_code="pt")
        page.title = "O que sabemos de si"
        page.slug = "privacidade"
        page.save_revision().publish(skip_permission_checks=True)
        trees.plant()
        trees.write_notices()
        assert ArticlePage.objects.get(notice="privacy", locale__language_code="pt").title == "O que sabemos de si"

    def test_a_section_that_an_editor_removed_does_not_come_back(self):
        for pk in SectionPage.objects.filter(slug="sessions").values_list("pk", flat=True):
            Page.objects.filter(pk=pk).delete()
        trees.plant()
        assert not SectionPage.objects.filter(slug="sessions").exists()

    def test_a_standing_text_that_is_missing_in_one_language_is_written_again(self):
        page = ArticlePage.objects.get(slug="contact", locale__language_code="es")
        page.get_translations().exclude(pk=page.pk).delete()
        Page.objects.filter(pk=page.pk).delete()
        assert trees.write_notices() == 4
        assert trees.write_notices() == 0

    def test_block_ids_are_the_same_in_all_languages(self):
        assert len({tuple(block.id for block in page.body) for page in ArticlePage.objects.filter(slug="terms")}) == 1

    def test_locales_are_the_content_languages(self):
        assert set(Locale.objects.values_list("language_code", flat=True)) == {code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES}


def test_first_texts_have_the_same_parts_in_every_language():
    for name in ("home", *SECTIONS, *NOTICES):
        assert len({tuple(block["type"] for block in read(name, code).body) for code in LANGUAGES}) == 1, name
        assert all(read(name, code).title and read(name, code).lead for code in LANGUAGES)
