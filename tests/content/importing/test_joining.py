"""A document and its translation are one page in two languages, whether or not the first is published."""

import pytest
from wagtail.models import Page

from content.importing.actions import join_translation
from content.importing.refusals import Refused
from content.pages.models import SessionPage
from tests.factories.documents import INITIATIVE_EN, SESSION_EN, SESSION_ES, SESSION_FR


def publish(page: Page) -> Page:
    page.specific.get_latest_revision().publish()
    return Page.objects.get(pk=page.pk).specific


def in_language(code: str) -> SessionPage:
    return SessionPage.objects.get(locale__language_code=code)


def test_both_share_key_address_and_block_ids(bring):
    first = bring(SESSION_EN)
    second = bring(SESSION_FR, original=first.row)
    english, french = first.page.specific, second.page.specific
    assert french.translation_key == english.translation_key
    assert french.slug == english.slug
    assert [block.id for block in french.note] == [block.id for block in english.note]
    assert (str(french.starts_on), english.starts_on) == ("2026-06-09", None)
    assert any("2026-06-09" in note for note in second.report["notes"])


def test_the_other_order_works_as_well(bring):
    first = bring(SESSION_FR)
    second = bring(SESSION_EN, original=first.row)
    assert second.page.translation_key == first.page.translation_key
    assert second.page.specific.starts_on is None


def test_another_build_is_told_and_only_equal_blocks_share_ids(bring):
    first = bring(SESSION_EN)
    second = bring(SESSION_ES, original=first.row)
    english, spanish = [[block.id for block in brought.page.specific.note] for brought in (first, second)]
    assert spanish == english[:2]
    assert any("concept note" in note for note in second.report["notes"])


def test_a_translation_of_a_published_page_waits_beside_its_alias(bring):
    first = bring(SESSION_EN)
    publish(first.page)
    alias = in_language("fr")
    assert alias.alias_of_id == first.page.pk
    second = bring(SESSION_FR, original=first.row)
    assert SessionPage.objects.get(pk=alias.pk).live
    assert second.page.translation_key != first.page.translation_key
    assert not second.page.live


def test_it_takes_the_aliass_place_when_it_is_published(bring):
    first = bring(SESSION_EN)
    english = publish(first.page)
    address = in_language("fr").url_path
    second = bring(SESSION_FR, original=first.row)
    publish(second.page)
    french = in_language("fr")
    assert (french.pk, french.alias_of_id, french.live) == (second.page.pk, None, True)
    assert (french.translation_key, french.url_path) == (english.translation_key, address)
    assert french.get_latest_revision_as_object().slug == french.slug
    assert {page.locale.language_code: page.alias_of_id for page in SessionPage.objects.all()} == {
        "en": None,
        "fr": None,
        "pt": english.pk,
        "es": english.pk,
    }
    assert bring(SESSION_FR, original=first.row).page.pk == french.pk
    assert not join_translation(page=french)


def test_an_original_that_is_published_later_finds_the_draft(bring):
    first = bring(SESSION_EN)
    second = bring(SESSION_FR, original=first.row)
    publish(first.page)
    assert in_language("fr").pk == second.page.pk
    publish(second.page)
    assert SessionPage.objects.filter(alias_of=None).count() == 2


def test_a_text_that_took_the_place_meanwhile_stays(bring):
    first = bring(SESSION_EN)
    publish(first.page)
    second = bring(SESSION_FR, original=first.row)
    alias = in_language_alias("fr")
    alias.alias_of = None
    alias.save()
    publish(second.page)
    assert SessionPage.objects.get(pk=second.page.pk).translation_key != first.page.translation_key


def in_language_alias(code: str) -> SessionPage:
    return SessionPage.objects.get(locale__language_code=code, alias_of__isnull=False)


def test_a_translation_that_does_not_say_so_is_taken_for_an_unofficial_one(bring):
    first = bring(SESSION_ES.replace("Traducción no oficial. Documento original en portugués.", ""))
    second = bring(SESSION_EN.replace("Unofficial translation. Original document in Portuguese.", ""), original=first.row)
    page = second.page.specific
    assert (page.rendering, page.original_language, page.is_source_held) == ("unofficial", "es", True)


@pytest.mark.parametrize("case", ["same language", "other kind", "taken", "deleted", "brought in alone"])
def test_a_translation_that_cannot_be_one_is_refused(bring, case):
    first = bring(SESSION_EN)
    text = SESSION_FR
    match case:
        case "same language":
            text = SESSION_EN + "\n\nA last word."
        case "other kind":
            first = bring(INITIATIVE_EN, "initiative")
        case "taken":
            bring(SESSION_FR + "\n\nUn dernier mot.", original=first.row)
        case "deleted":
            first.page.delete()
        case "brought in alone":
            bring(SESSION_FR)
    with pytest.raises(Refused) as refusal:
        bring(text, original=first.row)
    assert refusal.value.field == "original"
