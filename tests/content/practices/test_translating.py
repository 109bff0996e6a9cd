"""A practice translated string by string: texts are asked for, facts are not."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from content.pages.actions import spread_aliases
from content.practices.choices import FACT_FIELDS, FACT_LINKS
from content.practices.models import Acronym, PracticePage
from content.practices.queries import facts_of
from tests.factories.practices import whole

BLOCK = {"type": "block", "id": "5e0d1c1f-7c07-4d2c-8a43-0a3a37a2e001", "value": {"title": "Mapa", "what": "<p>De faltas</p>"}}


@pytest.fixture
def source(shelf):
    """Return a practice handed to translation."""
    page = PracticePage.objects.get(pk=whole("Calendário", acronyms={"OIT": "Organização"}, building_blocks=[BLOCK]).pk)
    return TranslationSource.update_or_create_from_instance(page)[0]


def test_translators_are_asked_for_texts_never_for_facts(source):
    paths = {segment.context.path.split(".")[0] for segment in source.stringsegment_set.all()}
    assert {"title", "summary", "author", "institution", "objectives", "funding", "building_blocks", "acronyms"} <= paths
    assert not paths & {*FACT_FIELDS, *FACT_LINKS, "withdrawn_reason"}


def test_nothing_that_is_shared_can_be_overridden_in_a_translation(source):
    overridable = {segment.context.path for segment in source.overridablesegment_set.all()}
    assert not overridable & {*FACT_FIELDS, *FACT_LINKS}


def test_the_translation_carries_the_facts_and_the_anchors_of_its_original(source):
    french = Locale.objects.get(language_code="fr")
    Translation.objects.create(source=source, target_locale=french)
    page, _made = source.create_or_update_translation(french, publish=False, fallback=True)
    original = source.get_source_instance()
    draft = PracticePage.objects.get(pk=page.pk).latest_revision.as_object()
    assert facts_of(draft) == facts_of(original)
    assert [block.id for block in draft.building_blocks] == [BLOCK["id"]]


def test_acronyms_are_translated_word_by_word(source):
    french = Locale.objects.get(language_code="fr")
    Translation.objects.create(source=source, target_locale=french)
    for segment in source.stringsegment_set.filter(context__path__startswith="acronyms."):
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=french,
            data={"OIT": "BIT", "Organização": "Bureau"}[segment.string.data],
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )
    page, _made = source.create_or_update_translation(french, publish=True, fallback=True)
    page = PracticePage.objects.get(pk=page.pk)
    page.latest_revision.publish(skip_permission_checks=True)
    [row] = PracticePage.objects.get(pk=page.pk).acronyms.all()
    assert (row.short, row.meaning, row.locale) == ("BIT", "Bureau", french)
    assert source.get_source_instance().acronyms.get().short == "OIT"


def test_a_language_that_shows_the_original_shows_its_acronyms_and_follows_them(source):
    page = source.get_source_instance()
    spread_aliases(page=page)
    page.acronyms = [Acronym(short="RI", meaning="Iniciativa Regional")]
    page.save_revision().publish(skip_permission_checks=True)
    alias = PracticePage.objects.get(translation_key=page.translation_key, locale__language_code="es")
    [row] = alias.acronyms.all()
    assert (row.short, row.locale) == ("RI", alias.locale)
    assert alias.alias_of_id == page.pk


def test_each_acronym_has_the_language_of_its_page(shelf):
    page = whole(language="en", acronyms={"ILO": "Organization"})
    assert page.acronyms.get().locale.language_code == "en"
