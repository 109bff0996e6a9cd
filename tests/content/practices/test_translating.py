"""A practice translated string by string: texts are asked for, facts are not."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from content.practices.choices import FACT_FIELDS, FACT_LINKS
from content.practices.models import PracticePage
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
    assert {"title", "summary", "author", "institution", "objectives", "funding", "building_blocks"} <= paths
    assert not paths & {*FACT_FIELDS, *FACT_LINKS, "acronyms", "withdrawn_reason"}


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
