"""Pages written from the project's own form: whole, once, and never over what people made of them."""

from copy import deepcopy
from datetime import UTC, datetime

import pytest
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from content.audience.queries import own_level
from content.pages.models import ArticlePage
from content.seeding.actions import sow
from content.seeding.shaping import identity
from tests.factories.content import site_tree

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
CHILD = {
    "key": "visit/age",
    "kind": "content.ArticlePage",
    "slug": "age",
    "languages": ["en"],
    "fields": {"title": "How old?"},
    "streams": {"body": [{"prose": "Ask the school."}]},
}
SPEC = {
    "key": "visit",
    "kind": "content.SectionPage",
    "slug": "visit",
    "languages": ["pt", "en"],
    "fields": {"title": {"pt": "A visita", "en": "The visit"}, "lead": {"pt": "Longe do local.", "en": "Far from the place."}},
    "streams": {
        "body": [
            {"prose": {"pt": "<p>Um.</p><p>Dois.</p>", "en": "<p>One.</p><p>Two.</p>"}},
            {"accordion": {"folds": [{"title": {"pt": "Dobra", "en": "Fold"}, "text": {"pt": "<p>Dentro</p>", "en": "<p>Inside</p>"}}]}},
        ]
    },
    "pages": [CHILD],
}

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(db):
    return site_tree()["pt"]


def plant(home, spec=SPEC):
    return sow(specs=[spec], parent=home, now=NOW)


def page(key, language):
    return Page.objects.get(translation_key=identity(key), locale__language_code=language).specific


def texts(language):
    return str(page("visit", language).body.get_prep_value())


def test_each_language_has_its_words_and_the_same_blocks(home):
    plant(home)
    portuguese, english = page("visit", "pt"), page("visit", "en")
    assert (portuguese.title, english.title, english.lead) == ("A visita", "The visit", "Far from the place.")
    assert "<p>One.</p><p>Two.</p>" in texts("en")
    assert "Fold" in texts("en")
    assert "Inside" in texts("en")
    assert [block.id for block in portuguese.body] == [block.id for block in english.body]
    assert portuguese.live
    assert english.live


def test_a_translation_says_what_it_is_and_the_original_does_not(home):
    plant(home)
    assert (page("visit", "en").rendering, page("visit", "en").original_language) == ("unofficial", "pt")
    assert page("visit", "pt").rendering == "original"


def test_addresses_are_the_same_in_every_language(home):
    plant(home)
    assert {page("visit", code).slug for code in ("pt", "en", "es", "fr")} == {"visit"}


def test_languages_without_words_of_their_own_get_an_alias(home):
    plant(home)
    assert page("visit", "es").alias_of_id == page("visit", "pt").pk
    assert {code: page("visit/age", code).alias_of_id for code in ("pt", "es", "fr")} == dict.fromkeys(
        ("pt", "es", "fr"), page("visit/age", "en").pk
    )


def test_translators_find_every_string_done(home):
    plant(home)
    translation = Translation.objects.get(source__object_id=identity("visit"), target_locale__language_code="en")
    total, done = translation.get_progress()
    assert total == done == 6
    assert not StringTranslation.objects.filter(has_error=True).exists()


def test_a_second_run_changes_nothing(home):
    assert plant(home) == 3
    before = list(Page.objects.order_by("pk").values())
    assert plant(home) == 0
    assert list(Page.objects.order_by("pk").values()) == before


def test_a_second_run_is_one_question(home, django_assert_num_queries):
    plant(home)
    with django_assert_num_queries(1):
        plant(home)


def test_what_an_editor_changed_stays(home):
    plant(home)
    for code in "pt", "en":
        edited = page("visit", code)
        edited.title, edited.slug = f"Edited {code}", "moved"
        edited.save_revision().publish()
    plant(home)
    assert [page("visit", code).title for code in ("pt", "en")] == ["Edited pt", "Edited en"]
    assert page("visit", "pt").slug == "moved"


def test_a_page_that_was_moved_is_not_written_again(home):
    plant(home)
    elsewhere = home.add_child(instance=ArticlePage(title="Elsewhere", slug="elsewhere", locale=home.locale))
    Page.objects.get(pk=page("visit/age", "pt").pk).move(elsewhere, pos="last-child")
    plant(home)
    assert Page.objects.filter(translation_key=identity("visit/age")).count() == 4


def test_a_translation_that_became_an_alias_again_stays_one(home):
    plant(home)
    english = page("visit", "en")
    english.alias_of = page("visit", "pt")
    english.save()
    assert plant(home) == 0
    assert page("visit", "en").alias_of_id


def test_a_run_that_broke_off_is_finished_by_the_next(home):
    broken = deepcopy(SPEC)
    del broken["fields"]["title"]["en"]
    with pytest.raises(KeyError):
        plant(home, broken)
    assert page("visit", "pt").live
    plant(home)
    assert page("visit", "en").title == "The visit"
    assert page("visit", "en").alias_of_id is None
    assert page("visit/age", "en").live


def test_the_outcome_is_the_same_where_jobs_wait_for_a_worker(home, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    plant(home)
    assert [(page("visit", code).title, bool(page("visit", code).alias_of_id)) for code in ("en", "es")] == [
        ("The visit", False),
        ("A visita", True),
    ]
    assert (page("visit", "en").rendering, page("visit", "en").original_language) == ("unofficial", "pt")


def test_an_alias_that_was_spread_before_becomes_the_translation(home):
    alone = {**SPEC, "languages": ["pt"], "pages": []}
    plant(home, alone)
    spread = page("visit", "en")
    assert spread.alias_of_id
    plant(home)
    assert page("visit", "en").pk == spread.pk
    assert page("visit", "en").alias_of_id is None


def test_access_is_set_once_for_all_languages(home):
    plant(home, {**SPEC, "access": "members"})
    assert own_level(identity("visit")) == "members"


def test_missing_words_are_an_error_before_anything_is_written_in_that_language(home):
    spec = deepcopy(SPEC)
    del spec["fields"]["lead"]["en"]
    with pytest.raises(KeyError):
        plant(home, spec)
    assert not Translation.objects.exists()


def test_a_field_that_the_kind_does_not_have_is_an_error(home):
    with pytest.raises(ValueError, match="SectionPage has no outcomes"):
        plant(home, {**SPEC, "streams": {"outcomes": []}})
    assert not Page.objects.filter(translation_key=identity("visit")).exists()


def test_progress_is_said_page_by_page(home):
    said = []
    sow(specs=[SPEC], parent=home, now=NOW, say=said.append)
    assert said == ["A visita (pt, en)", "How old? (en)"]
