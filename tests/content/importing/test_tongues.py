"""One session and one initiative in four languages are one page each, wherever one begins."""

import pytest

from content.importing.models import ImportedDocument
from content.pages.models import InitiativePage, SessionPage
from tests.factories.tongues import INITIATIVES, SESSIONS


@pytest.mark.parametrize("first", ["pt", "en", "es", "fr"])
def test_four_languages_of_a_session_share_key_address_and_blocks(bring, first):
    row = bring(SESSIONS[first], language=first).row
    for language in SESSIONS.keys() - {first}:
        bring(SESSIONS[language], language=language, original=row)
    pages = list(SessionPage.objects.all())
    assert {page.locale.language_code for page in pages} == {"pt", "en", "es", "fr"}
    assert len({page.translation_key for page in pages}) == 1
    assert len({page.slug for page in pages}) == 1
    assert len({tuple(block.id for block in page.note) for page in pages}) == 1
    assert len({page.starts_on for page in pages}) == 1


def test_four_languages_of_an_initiative_have_the_same_blocks(bring):
    row = bring(INITIATIVES["pt"], "initiative", language="pt").row
    for language in ("es", "fr"):
        report = bring(INITIATIVES[language], "initiative", language=language, original=row).report
        assert len(report["notes"]) == 1
    for name in ("about", "workings", "phases", "achievements", "focus_lead", "focus", "needs", "partners"):
        assert len({tuple(block.id for block in getattr(page, name)) for page in InitiativePage.objects.all()}) == 1
    assert set(InitiativePage.objects.values_list("rendering", flat=True)) == {"original", "unofficial"}


def test_a_translation_may_be_linked_through_any_language_of_the_page(bring):
    first = bring(SESSIONS["pt"], language="pt").row
    second = bring(SESSIONS["fr"], language="fr", original=first).row
    bring(SESSIONS["es"], language="es", original=second)
    assert len(set(ImportedDocument.objects.values_list("translation_key", flat=True))) == 1
