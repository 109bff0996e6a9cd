"""Rows of a review: what the database refuses, and what the tasks tell Wagtail."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation
from wagtail.models import TaskState

from content.reviewing import actions
from content.reviewing.models import Part, PublicationTask, Remark, ReviewTask
from tests.content.reviewing.conftest import NOW, fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def remark(sent, learner, reviewer):
    actions.submit(page=sent, by=learner, now=NOW)
    return actions.remark(page=sent, by=reviewer, field="results", text="Quantos?", now=NOW)


@pytest.mark.parametrize("changes", [{"text": ""}, {"answer": "Sim"}, {"answered_at": NOW}])
def test_a_remark_says_something_and_an_answer_has_its_moment(remark, changes):
    with pytest.raises(IntegrityError), transaction.atomic():
        Remark.objects.filter(pk=remark.pk).update(**changes)


@pytest.mark.parametrize("number", [0, 6])
def test_one_to_five_reviewers_accept(homes, number):
    task = ReviewTask.objects.first()
    task.approvals = number
    with pytest.raises(ValidationError):
        task.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        ReviewTask.objects.update(approvals=number)


def test_a_person_takes_part_in_a_round_once(remark, reviewer):
    Part.objects.create(round=remark.round, person=reviewer, taken_at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Part.objects.create(round=remark.round, person=reviewer, taken_at=NOW)


def test_rows_are_told_in_words(remark, reviewer):
    part = Part.objects.create(round=remark.round, person=reviewer, taken_at=NOW)
    assert str(remark) == "Quantos?"
    assert "2026-11-22" in str(part)


def test_remarks_outlive_the_round_in_which_they_were_made(remark):
    remark.round.delete()
    assert Remark.objects.get().round is None


def test_the_tasks_say_in_the_admin_what_they_do(homes):
    with translation.override("en"):
        assert "nobody reviews her own" in ReviewTask.get_description()
        assert "nobody publishes her own" in PublicationTask.get_description()
        assert str(ReviewTask.get_verbose_name()) == "Review"


def test_a_publication_is_offered_as_such(sent, learner, reviewer, second, editor, monkeypatch):
    from wagtail import hooks

    monkeypatch.setitem(hooks._hooks, "review_gate", [])
    actions.submit(page=sent, by=learner, now=NOW)
    actions.accept(page=sent, by=reviewer, now=NOW)
    actions.accept(page=sent, by=second, now=NOW)
    page = fresh(sent)
    with translation.override("en"):
        assert [str(label) for _name, label, _asked in page.current_workflow_task.get_actions(page, editor)] == [
            "Ask for changes",
            "Publish",
            "Publish with a comment",
        ]


def test_a_task_offers_nothing_where_nothing_is_under_review(article, reviewer):
    assert ReviewTask.objects.first().get_actions(article, reviewer) == []


def test_what_was_decided_cannot_be_decided_again(article, editor, reviewer, admin):
    actions.submit(page=article, by=editor, now=NOW)
    state = fresh(article).current_workflow_task_state
    task = state.task.specific
    task.on_action(state, reviewer, "reject", comment="Não")
    with pytest.raises(PermissionDenied):
        task.on_action(state, admin, "approve")
    assert TaskState.objects.get().status == TaskState.STATUS_REJECTED


def test_wagtails_own_lists_show_what_waits_and_leave_out_ones_own(article, editor, reviewer, learner, admin):
    actions.submit(page=article, by=admin, now=NOW)
    assert TaskState.objects.reviewable_by(reviewer).count() == 1
    assert not TaskState.objects.reviewable_by(learner).exists()
    assert not TaskState.objects.reviewable_by(admin).exists()


def test_a_text_under_review_is_locked_for_those_who_do_not_review(article, editor, reviewer):
    actions.submit(page=article, by=editor, now=NOW)
    page = fresh(article)
    assert page.permissions_for_user(editor).page_locked()
    assert not page.permissions_for_user(reviewer).page_locked()
    actions.take_back(page=page, by=editor, now=NOW)
    assert not fresh(article).permissions_for_user(editor).page_locked()
