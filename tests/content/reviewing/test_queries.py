"""How texts stand, what was remarked, what is held about a person."""

import pytest
from wagtail.models import Locale

from content.reviewing import actions
from content.reviewing.choices import TURN_AT, Stage, Turn
from content.reviewing.models import Remark
from content.reviewing.queries import (
    audience_of,
    held_about,
    history_of,
    remarks_for,
    reviewers_before,
    standings,
    turn_of,
    underway,
    waiting_pages,
)
from content.reviewing.wagtail_hooks import erase_person, mail_kinds, personal_data
from tests.content.reviewing.conftest import NOW, fresh
from tests.factories.practices import practice

pytestmark = pytest.mark.django_db


def test_every_stage_says_whose_turn_it_is():
    assert set(TURN_AT) == set(Stage)
    assert all(str(turn.label) for turn in Turn)


def test_what_was_taken_off_the_site_is_withdrawn_and_what_was_never_there_a_draft(homes):
    page = practice()
    assert turn_of(page).stage == Stage.PUBLISHED
    page.unpublish()
    assert turn_of(fresh(page)).stage == Stage.WITHDRAWN
    assert turn_of(practice(live=False)).stage == Stage.DRAFT


def test_a_published_text_that_is_sent_again_is_under_review_while_readers_read_on(homes, learner):
    page = practice(owner=learner)
    page.save_revision(user=learner)
    actions.submit(page=page, by=learner, now=NOW)
    standing = turn_of(fresh(page))
    assert standing.stage == Stage.SUBMITTED
    assert standing.is_live


def test_remarks_are_told_by_text_and_by_language(sent, learner, reviewer):
    actions.submit(page=sent, by=learner, now=NOW)
    actions.remark(page=sent, by=reviewer, field="results", text="A", now=NOW)
    Remark.objects.create(translation_key=sent.translation_key, locale=Locale.objects.get(language_code="fr"), text="B", made_at=NOW)
    assert [remark.text for remark in remarks_for(sent.translation_key)] == ["A", "B"]
    assert [remark.text for remark in remarks_for(sent.translation_key, sent.locale)] == ["A"]


def test_remarks_of_many_are_read_in_one_question(sent, learner, reviewer, django_assert_num_queries):
    actions.submit(page=sent, by=learner, now=NOW)
    for number in range(3):
        actions.remark(page=sent, by=reviewer, text=str(number), now=NOW)
    with django_assert_num_queries(1):
        assert len([(remark.by.name, remark.answered_by, remark.locale.language_code) for remark in remarks_for(sent.translation_key)]) == 3


def test_who_reviewed_before_is_known_while_the_review_goes_on(sent, learner, reviewer, second):
    actions.submit(page=sent, by=learner, now=NOW)
    assert not reviewers_before(sent).exists()
    actions.ask_changes(page=sent, by=reviewer, comment="x", now=NOW)
    assert list(reviewers_before(sent)) == [reviewer]
    actions.take_back(page=sent, by=learner, now=NOW)
    assert not reviewers_before(sent).exists()


def test_a_round_is_for_the_people_of_its_groups(article, editor, reviewer, second):
    actions.submit(page=article, by=editor, now=NOW)
    assert set(audience_of(fresh(article).current_workflow_task_state)) == {reviewer, second}


def test_what_is_on_its_way_is_listed_the_oldest_first(sent, article, learner, editor):
    actions.submit(page=article, by=editor, now=NOW)
    actions.submit(page=sent, by=learner, now=NOW)
    assert list(underway()) == [article.pk, sent.pk]
    actions.take_back(page=article, by=editor, now=NOW)
    assert list(underway()) == [sent.pk]


def test_unknown_texts_stand_nowhere_and_nothing_waits_for_strangers(homes, stranger):
    assert standings([]) == {}
    assert standings([homes["pt"].translation_key, "0b7e5a9c-6f43-5a1d-8a55-54b3c1f1c0de"]).keys() == {homes["pt"].translation_key}
    assert not waiting_pages(stranger).exists()


def test_the_history_is_bounded(sent, learner):
    for _round in range(4):
        actions.submit(page=sent, by=learner, now=NOW)
        actions.take_back(page=sent, by=learner, now=NOW)
    assert len(history_of(sent, 3)) == 3


def test_what_is_held_about_a_person_is_hers_to_see_and_goes_with_her(sent, learner, reviewer):
    actions.submit(page=sent, by=learner, now=NOW)
    remark = actions.remark(page=sent, by=reviewer, field="results", text="Quantos?", now=NOW)
    actions.answer_remark(remark=remark, text="Sete", by=learner, now=NOW)
    actions.take_up(page=sent, by=reviewer, now=NOW)
    assert held_about(reviewer) == {
        "remarks": [{"at": NOW.isoformat(), "field": "results", "text": "Quantos?"}],
        "answers": [],
        "reviewed": [NOW.isoformat()],
    }
    assert personal_data(learner)["reviews"]["answers"][0]["text"] == "Sete"
    for person in (reviewer, learner):
        erase_person(person, NOW)
        assert held_about(person) == {"remarks": [], "answers": [], "reviewed": []}
    assert Remark.objects.get().answer == "Sete"


def test_the_mails_have_a_name_that_can_be_stopped():
    assert [kind for kind, _label in mail_kinds()] == ["reviews"]
