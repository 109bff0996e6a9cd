"""The board follows what is published; translations are begun one by one or by the course; what is still right is said so."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from content.pages.models import ArticlePage
from content.translations import actions, tasks
from content.translations.choices import State
from content.translations.models import Wording
from content.translations.queries import whole
from tests.factories.content import page_below, prose, published, section_below

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def states(page):
    return dict(Wording.objects.filter(translation_key=page.translation_key).values_list("language", "state"))


def put_words(page, code):
    """Say every passage in a language and publish, as the translation editor does."""
    translation = Translation.objects.get(source__object_id=page.translation_key, target_locale__language_code=code)
    for segment in StringSegment.objects.filter(source=translation.source):
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            defaults={"data": f"{segment.string.data} {code}"},
        )
    return translation


def translated(page, code, by, callbacks):
    actions.begin(page=page, language=code, by=by)
    translation = put_words(page, code)
    with callbacks(execute=True):
        translation.save_target(user=by, publish=True)


def rewritten(page, words):
    page = ArticlePage.objects.get(pk=page.pk)
    page.body = prose(words)
    return published(page)


def test_what_is_published_is_missing_in_the_other_languages(page):
    assert states(page) == {"en": State.MISSING, "es": State.MISSING, "fr": State.MISSING}


def test_a_translation_is_current_when_published_stale_when_the_original_changes_and_current_when_mended(
    page, of, translator, django_capture_on_commit_callbacks
):
    translated(page, "fr", translator, django_capture_on_commit_callbacks)
    row = Wording.objects.get(translation_key=page.translation_key, language="fr")
    assert (row.state, row.by, row.is_managed) == (State.CURRENT, translator, True)
    rewritten(page, "outro texto")
    row.refresh_from_db()
    assert (row.state, row.changed) == (State.STALE, 1)
    translated(page, "fr", translator, django_capture_on_commit_callbacks)
    row.refresh_from_db()
    assert (row.state, row.changed) == (State.CURRENT, 0)
    assert "outro texto fr" in str(of(page, "fr").body)


def test_a_comma_mended_in_the_translation_does_not_make_it_current(page, of, translator, django_capture_on_commit_callbacks):
    translated(page, "fr", translator, django_capture_on_commit_callbacks)
    rewritten(page, "outro texto")
    published(of(page, "fr"))
    assert states(page)["fr"] == State.STALE


def test_an_original_published_again_as_it_is_leaves_everything_current(page, translator, django_capture_on_commit_callbacks):
    translated(page, "fr", translator, django_capture_on_commit_callbacks)
    published(ArticlePage.objects.get(pk=page.pk))
    assert states(page)["fr"] == State.CURRENT


def test_a_text_written_by_hand_is_judged_by_its_days(homes, page):
    other = published(page_below(homes["pt"], title="Um"))
    Page.objects.get(translation_key=other.translation_key, locale__language_code="fr").delete()
    hand = page_below(homes["fr"], title="Un", translation_of=other, live=False, rendering="unofficial", original_language="pt")
    published(hand)
    assert states(other)["fr"] == State.CURRENT
    published(ArticlePage.objects.get(pk=other.pk))
    assert states(other)["fr"] == State.STALE


def test_what_is_still_right_is_current_again_with_the_day_and_the_name(homes, page, reviewer):
    hand = page_below(homes["pt"], title="Um")
    page_of_french = page_below(homes["fr"], title="Un", translation_of=hand, rendering="unofficial", original_language="pt")
    published(page_of_french)
    published(hand)
    assert states(hand)["fr"] == State.STALE
    actions.confirm(page=page_of_french, by=reviewer, now=NOW)
    row = Wording.objects.get(translation_key=hand.translation_key, language="fr")
    assert (row.state, row.by) == (State.CURRENT, reviewer)


def test_what_has_a_draft_is_not_confirmed(homes, page, reviewer):
    page.title = "Outro"
    page.save_revision()
    with pytest.raises(ValueError, match=r"rascunho|draft"):
        actions.confirm(page=Page.objects.get(pk=page.pk), by=reviewer, now=NOW)


def test_only_who_publishes_confirms(page, learner):
    with pytest.raises(PermissionDenied):
        actions.confirm(page=page, by=learner, now=NOW)


def test_what_is_unpublished_or_deleted_leaves_the_board(page):
    page.unpublish()
    assert states(page) == {}
    published(ArticlePage.objects.get(pk=page.pk))
    assert len(states(page)) == 3
    Page.objects.get(pk=page.pk).delete()
    assert states(page) == {}


def test_a_deleted_translation_is_missing_again(page, of, translator, django_capture_on_commit_callbacks):
    translated(page, "fr", translator, django_capture_on_commit_callbacks)
    Page.objects.get(pk=of(page, "fr").pk).delete()
    assert states(page)["fr"] == State.MISSING


def test_looking_again_changes_nothing_and_a_key_without_pages_is_no_error(page):
    before = list(Wording.objects.order_by("pk").values())
    actions.look_again(translation_key=page.translation_key, now=NOW)
    assert list(Wording.objects.order_by("pk").values()) == before
    assert actions.look_again(translation_key=uuid4(), now=NOW) == 0


def test_all_pages_are_looked_through_in_stretches(page):
    Wording.objects.all().delete()
    tasks.look_on.call(0)
    assert len(states(page)) == 3
    assert actions.look_through(after=Page.objects.order_by("-pk")[0].pk, now=NOW) == 0


def test_beginning_gives_an_alias_to_the_editor_and_shows_readers_nothing(page, of, translator):
    target = actions.begin(page=page, language="fr", by=translator)
    assert (target.pk, target.alias_of_id) == (of(page, "fr").pk, page.pk)
    assert Translation.objects.filter(source__object_id=page.translation_key, target_locale__language_code="fr").count() == 1
    assert actions.begin(page=page, language="fr", by=translator).pk == target.pk


def test_beginning_again_brings_the_passages_up_to_the_original(page, translator):
    actions.begin(page=page, language="fr", by=translator)
    rewritten(page, "outro texto")
    actions.begin(page=ArticlePage.objects.get(pk=page.pk), language="fr", by=translator)
    assert StringSegment.objects.filter(source__object_id=page.translation_key, string__data__contains="outro texto").exists()


def test_a_text_written_by_hand_is_never_handed_to_the_machine(homes, page, translator):
    hand = page_below(homes["pt"], title="Um")
    french = page_below(homes["fr"], title="Un", translation_of=hand)
    assert actions.begin(page=hand, language="fr", by=translator).pk == french.pk
    assert not Translation.objects.filter(source__object_id=hand.translation_key).exists()


@pytest.mark.parametrize("role", ["stranger", "learner", "facilitator", "moderator", "reviewer", "partner"])
def test_who_may_not_translate_begins_nothing(cast, page, role):
    with pytest.raises(PermissionDenied):
        actions.begin(page=page, language="fr", by=cast[role])
    with pytest.raises(PermissionDenied):
        actions.begin_whole(page=page, languages=["fr"], by=cast[role])


def test_a_course_is_begun_one_page_a_job(homes, translator, django_assert_max_num_queries):
    section = published(section_below(homes["pt"], title="Curso"))
    for number in range(3):
        published(page_below(section, title=f"Módulo {number}"))
    hidden = page_below(section, title="Rascunho", live=False)
    assert actions.begin_whole(page=section, languages=["fr", "en", "pt", "xx"], by=translator) == 4
    begun = Translation.objects.values_list("source__object_id", "target_locale__language_code")
    assert {code for _key, code in begun} == {"en", "fr"}
    assert len(begun) == 8
    assert hidden.translation_key not in {key for key, _code in begun}
    assert len(whole(section)) == 4


def test_too_many_pages_at_once_are_refused(homes, translator, monkeypatch):
    section = published(section_below(homes["pt"], title="Curso"))
    page_below(section, title="Um")
    monkeypatch.setattr(actions, "MOST_PAGES", 1)
    with pytest.raises(ValueError, match="1"):
        actions.begin_whole(page=section, languages=["fr"], by=translator)


def test_a_job_whose_page_or_person_has_gone_does_nothing(page, learner, translator):
    tasks.begin_page.call(0, ["fr"], translator.pk)
    tasks.begin_page.call(page.pk, ["fr"], 0)
    tasks.begin_page.call(page.pk, ["fr"], learner.pk)
    assert not Translation.objects.exists()


def test_a_site_that_had_pages_before_it_had_a_board_fills_it_once(page):
    Wording.objects.all().delete()
    assert actions.fill_board()
    assert len(states(page)) == 3
    assert actions.fill_board() is None
