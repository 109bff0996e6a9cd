"""Each publication becomes a version that outlives the page."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from content.pages.actions import spread_aliases
from content.practices.actions import fill_facts, withdraw
from content.practices.models import Acronym, PracticePage
from content.versions.actions import keep_version
from content.versions.models import Version
from content.versions.queries import latest_version, lines_of, version_before, version_of, versions_of
from tests.factories.content import published
from tests.factories.practices import practice, whole

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def again(page, user=None, **changes):
    """Change a practice as an editor would, and publish it."""
    page = PracticePage.objects.get(pk=page.pk)
    facts = changes.pop("facts", {})
    for name, value in changes.items():
        setattr(page, name, value)
    fill_facts(page=page, facts=facts)
    page.save_revision(user=user).publish(skip_permission_checks=True)
    return PracticePage.objects.get(pk=page.pk)


def both(**facts):
    """Return a practice and its translation, as yet without versions."""
    page = practice(**facts)
    return page, practice(language="en", translation_of=page, rendering="unofficial")


def test_publishing_makes_a_version_and_the_next_one_the_next(shelf, editor):
    page = published(whole("Título"))
    again(page, editor, title="Outro título", facts={"themes": ["girls-gender"]})
    second, first = versions_of(page.translation_key, "pt")
    assert (first.number, first.title, first.changed, first.published_by) == (1, "Título", [], None)
    assert (second.number, second.title, second.published_by) == (2, "Outro título", editor)
    assert second.changed == ["title", "themes"]
    assert second.values["title"] == "Outro título"
    assert second.facts["countries"] == first.facts["countries"]


def test_publishing_the_same_again_makes_none(shelf):
    page = published(whole())
    again(page)
    assert versions_of(page.translation_key, "pt").count() == 1


def test_each_language_has_versions_of_its_own(shelf):
    page, english = (published(text) for text in both())
    assert latest_version(page.translation_key, "pt").number == 1
    assert latest_version(english.translation_key, "en").number == 1
    assert latest_version(page.translation_key, "fr") is None


def test_facts_that_come_from_another_language_make_a_version_too(shelf):
    page, _english = (published(text) for text in both(countries="BR MZ"))
    again(page, facts={"countries": [{"country": "PT"}]})
    version = latest_version(page.translation_key, "en")
    assert (version.number, version.changed) == (2, ["countries"])


def test_a_translation_published_with_other_facts_is_one_version_of_whoever_published_it(shelf, translator):
    page, english = both(countries="BR MZ")
    published(page)
    again(english, translator, title="Translated")
    [version] = versions_of(page.translation_key, "en")
    assert version.published_by == translator
    assert [row["country"] for row in version.facts["countries"]] == ["BR", "MZ"]


def test_a_draft_makes_none(shelf):
    page = practice(live=False)
    page.save_revision()
    assert not Version.objects.exists()


def test_versions_outlive_the_page(shelf, editor):
    page = published(whole("Título"))
    kept = latest_version(page.translation_key, "pt")
    withdraw(page=page, reason="Wrong.", by=editor, now=NOW)
    PracticePage.objects.get(pk=page.pk).delete()
    assert version_of(kept.uuid).values["title"] == "Título"
    assert lines_of(page.translation_key, "pt")[0].uuid == kept.uuid


def test_numbers_are_given_once(shelf):
    page = published(practice())
    version = latest_version(page.translation_key, "pt")
    version.pk, version.uuid = None, uuid4()
    with pytest.raises(IntegrityError), transaction.atomic():
        version.save(force_insert=True)


def test_the_version_before_is_found(shelf):
    page = published(practice())
    again(page, title="Two")
    newest = latest_version(page.translation_key, "pt")
    assert version_before(newest).number == 1
    assert version_before(version_before(newest)) is None
    assert version_of(uuid4()) is None


def test_an_old_version_is_taken_back_by_publishing_it_again_as_the_next(shelf):
    page = published(practice("One"))
    again(page, title="Two")
    again(page, title="One")
    assert [line.number for line in lines_of(page.translation_key, "pt")] == [3, 2, 1]
    assert str(latest_version(page.translation_key, "pt")) == "One (pt, 3)"


def test_keeping_by_hand_returns_the_version_that_says_it(shelf):
    page = published(practice())
    assert keep_version(page=page, by=None, now=NOW) == latest_version(page.translation_key, "pt")


def test_a_version_stays_when_whoever_published_it_is_deleted(shelf, editor):
    page = again(practice(), editor, title="Two")
    editor.delete()
    assert latest_version(page.translation_key, "pt").published_by is None


def test_languages_that_only_show_the_original_have_no_versions_of_their_own(shelf):
    page = published(practice())
    spread_aliases(page=page)
    published(PracticePage.objects.get(pk=page.pk))
    assert list(Version.objects.values_list("language", flat=True)) == ["pt"]


def test_versions_are_numbered_from_one(shelf):
    page = published(practice())
    with pytest.raises(IntegrityError, match="versions_are_numbered_from_one"), transaction.atomic():
        versions_of(page.translation_key, "pt").update(number=0)


def test_a_version_holds_every_answer_and_fact(shelf):
    page = published(whole(acronyms={"OIT": "Organização"}, countries="BR:offering"))
    version = latest_version(page.translation_key, "pt")
    assert {"title", "summary", "objectives", "funding", "starts_year", "licence", "acronyms", "building_blocks"} <= set(version.values)
    assert version.facts["countries"] == [{"country": "BR", "role": "offering"}]
    assert version.facts["amounts"] == [{"amount": "150000", "currency": "USD", "source": "RBTC"}]
    assert version.facts["contacts"][0]["email"] == "office@example.org"
    assert set(version.facts) == {"countries", "themes", "targets", "instruments", "amounts", "contacts", "materials", "pictures"}


def test_a_changed_acronym_and_a_changed_block_are_named(shelf):
    page = published(practice())
    page = PracticePage.objects.get(pk=page.pk)
    page.acronyms = [Acronym(short="OIT", meaning="Organização")]
    page.building_blocks = (
        '[{"type": "block", "id": "5e0d1c1f-7c07-4d2c-8a43-0a3a37a2e001", "value": {"title": "Mapa", "what": "<p>x</p>"}}]'
    )
    page.save_revision().publish(skip_permission_checks=True)
    assert latest_version(page.translation_key, "pt").changed == ["acronyms", "building_blocks"]


def test_lines_are_one_question_however_many(shelf, django_assert_num_queries):
    page = published(practice())
    again(page, title="Two")
    with django_assert_num_queries(1):
        assert len(lines_of(page.translation_key, "pt")) == 2
