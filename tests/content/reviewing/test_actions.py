"""From a draft to publication, with what stands in the way."""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import Page, TaskState, Workflow, WorkflowState

from content.reviewing import actions
from content.reviewing.choices import Stage, Step, Turn
from content.reviewing.models import Part, Remark
from content.reviewing.queries import history_of, remarks_for, stage_of, standings, standings_of, turn_of, waiting_pages
from content.reviewing.refusals import Refused
from tests.content.reviewing.conftest import NOW, fresh
from tests.factories.practices import practice

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_checklist(monkeypatch):
    """Leave the checklist of practices out: here only the way is looked at, `tests/content/judging` looks at the gate."""
    from wagtail import hooks

    monkeypatch.setitem(hooks._hooks, "review_gate", [])


def test_a_page_goes_from_draft_over_review_to_the_site(article, editor, reviewer):
    assert stage_of(article) == Stage.DRAFT
    actions.submit(page=article, by=editor, now=NOW)
    assert stage_of(article) == Stage.SUBMITTED
    actions.take_up(page=article, by=reviewer, now=NOW)
    assert turn_of(article).since == NOW
    assert stage_of(article) == Stage.IN_REVIEW
    actions.accept(page=article, by=reviewer, comment="Bem", now=NOW)
    assert fresh(article).live
    assert stage_of(fresh(article)) == Stage.PUBLISHED


def test_a_practice_needs_two_reviewers_and_somebody_who_publishes(sent, learner, reviewer, second, editor):
    actions.submit(page=sent, by=learner, now=NOW)
    actions.accept(page=sent, by=reviewer, now=NOW)
    assert stage_of(sent) == Stage.IN_REVIEW
    with pytest.raises(Refused):
        actions.publish(page=sent, by=editor, now=NOW)
    actions.accept(page=sent, by=reviewer, now=NOW)  # the same reviewer once more is still one
    assert stage_of(sent) == Stage.IN_REVIEW
    actions.accept(page=sent, by=second, now=NOW)
    assert turn_of(sent).turn == Turn.EDITORS
    assert not fresh(sent).live
    actions.publish(page=sent, by=editor, now=NOW)
    assert fresh(sent).live
    assert turn_of(fresh(sent)).turn == Turn.NOBODY


def test_changes_are_asked_for_made_and_sent_again(sent, learner, reviewer):
    actions.submit(page=sent, by=learner, now=NOW)
    actions.remark(page=sent, by=reviewer, field="results", text=" Que números? ", now=NOW)
    actions.ask_changes(page=sent, by=reviewer, comment="Quase", now=NOW)
    assert turn_of(sent).turn == Turn.AUTHORS
    remark = remarks_for(sent.translation_key).get()
    assert (remark.field, remark.text, remark.by) == ("results", "Que números?", reviewer)
    page = fresh(sent)
    page.title = "Inspeção partilhada, com números"
    page.save_revision(user=learner)
    actions.answer_remark(remark=remark, text="Agora sim", by=learner, now=NOW)
    actions.submit(page=page, by=learner, now=NOW)
    assert stage_of(sent) == Stage.SUBMITTED
    assert WorkflowState.objects.active().get().task_states.count() == 2
    round = fresh(sent).current_workflow_task_state
    assert round.revision == fresh(sent).latest_revision
    actions.settle(remark=remark, by=reviewer, now=NOW)
    actions.settle(remark=remark, by=reviewer, now=NOW)
    assert Remark.objects.get().settled_at == NOW


def test_sending_twice_sends_once(article, editor):
    first = actions.submit(page=article, by=editor, now=NOW)
    assert actions.submit(page=article, by=editor, now=NOW) == first
    assert TaskState.objects.count() == 1


def test_a_page_without_any_version_gets_one_when_it_is_sent(homes, learner):
    page = practice(live=False, owner=learner)
    actions.submit(page=page, by=learner, now=NOW)
    assert fresh(page).latest_revision.user == learner


def test_what_was_taken_back_is_a_draft_and_taking_back_twice_is_no_error(sent, learner, reviewer):
    actions.submit(page=sent, by=learner, now=NOW)
    actions.take_back(page=sent, by=learner, now=NOW)
    actions.take_back(page=sent, by=learner, now=NOW)
    assert stage_of(sent) == Stage.DRAFT
    with pytest.raises(Refused):
        actions.accept(page=sent, by=reviewer, now=NOW)


def test_nobody_judges_her_own_be_she_owner_sender_or_administrator(homes, article, reviewer, admin, editor):
    article.owner = reviewer
    article.save(update_fields=["owner"])
    actions.submit(page=article, by=admin, now=NOW)
    for person in (reviewer, admin):
        with pytest.raises(Refused):
            actions.accept(page=article, by=person, now=NOW)
        with pytest.raises(Refused):
            actions.ask_changes(page=article, by=person, now=NOW)
        task = fresh(article).current_workflow_task
        assert task.get_actions(fresh(article), person) == []
        with pytest.raises(PermissionDenied):
            task.on_action(fresh(article).current_workflow_task_state, person, "approve")
    assert not Part.objects.exists()


def test_who_saved_the_version_that_was_sent_does_not_judge_it(article, editor, reviewer):
    fresh(article).save_revision(user=reviewer)
    actions.submit(page=article, by=editor, now=NOW)
    with pytest.raises(Refused):
        actions.take_up(page=article, by=reviewer, now=NOW)


def test_an_acceptance_thought_over_does_not_count(sent, learner, reviewer, second):
    actions.submit(page=sent, by=learner, now=NOW)
    actions.accept(page=sent, by=reviewer, now=NOW)
    actions.think_again(page=sent, by=reviewer, now=NOW)
    actions.accept(page=sent, by=second, now=NOW)
    assert stage_of(sent) == Stage.IN_REVIEW


def test_what_was_accepted_may_still_go_back_to_its_authors(sent, learner, reviewer, second, editor):
    actions.submit(page=sent, by=learner, now=NOW)
    actions.accept(page=sent, by=reviewer, now=NOW)
    actions.accept(page=sent, by=second, now=NOW)
    actions.ask_changes(page=sent, by=editor, comment="A fotografia", now=NOW)
    assert stage_of(sent) == Stage.CHANGES
    actions.submit(page=sent, by=learner, now=NOW)
    assert stage_of(sent) in (Stage.ACCEPTED, Stage.SUBMITTED)


@pytest.mark.parametrize("name", ["stranger", "learner", "facilitator", "moderator", "partner", "translator"])
def test_those_who_have_no_part_are_refused(article, editor, cast, name):
    actions.submit(page=article, by=editor, now=NOW)
    for deed in (actions.take_up, actions.accept, actions.ask_changes, actions.publish, actions.think_again):
        with pytest.raises(Refused):
            deed(page=article, by=cast[name], now=NOW)
    with pytest.raises(Refused):
        actions.remark(page=article, by=cast[name], text="x", now=NOW)


def test_a_stranger_to_a_text_neither_sends_it_nor_takes_it_back(sent, learner, partner):
    with pytest.raises(Refused):
        actions.submit(page=sent, by=partner, now=NOW)
    actions.submit(page=sent, by=learner, now=NOW)
    with pytest.raises(Refused):
        actions.take_back(page=sent, by=partner, now=NOW)


def test_without_a_workflow_sending_is_refused_with_a_sentence(article, editor):
    Workflow.objects.all().delete()
    with pytest.raises(Refused, match="set up the workflow"):
        actions.submit(page=article, by=editor, now=NOW)


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_an_empty_remark_or_answer_is_none(sent, learner, reviewer, text):
    actions.submit(page=sent, by=learner, now=NOW)
    with pytest.raises(Refused):
        actions.remark(page=sent, by=reviewer, text=text, now=NOW)
    remark = actions.remark(page=sent, by=reviewer, text="x" * 9000, now=NOW)
    assert len(remark.text) == 4000
    with pytest.raises(Refused):
        actions.answer_remark(remark=remark, text=text, by=learner, now=NOW)


def test_the_history_tells_every_step_with_its_words(sent, learner, reviewer, second):
    actions.submit(page=sent, by=learner, now=NOW)
    actions.accept(page=sent, by=reviewer, comment="Sim", now=NOW)
    actions.ask_changes(page=sent, by=second, comment="Não ainda", now=NOW)
    actions.submit(page=sent, by=learner, now=NOW)
    told = [(event.step, event.who, event.comment) for event in reversed(history_of(sent))]
    assert (Step.TAKE_UP, reviewer, "") in told
    assert (Step.FOR_IT, reviewer, "Sim") in told
    assert (Step.REJECT, second, "Não ainda") in told
    assert {Step.SUBMIT, Step.RESUME} <= {step for step, _who, _comment in told}


def test_standings_of_many_texts_take_the_same_queries_as_of_one(homes, learner, django_assert_num_queries):
    pages = [practice(live=False, owner=learner) for _number in range(3)]
    for page in pages:
        actions.submit(page=page, by=learner, now=NOW)
    rows = list(Page.objects.filter(pk__in=[page.pk for page in pages]))
    standings_of(rows)
    for some in (rows[:1], rows):
        with django_assert_num_queries(2):
            standings_of(some)
    keys = [page.translation_key for page in pages]
    with django_assert_num_queries(3):
        assert {one.stage for one in standings(keys).values()} == {Stage.SUBMITTED}


def test_a_text_in_several_languages_stands_where_its_language_on_its_way_stands(homes, learner):
    one = practice(owner=learner)
    other = practice(language="fr", translation_of=one, live=False, owner=learner)
    assert standings([one.translation_key])[one.translation_key].stage == Stage.PUBLISHED
    actions.submit(page=other, by=learner, now=NOW)
    assert standings([one.translation_key])[one.translation_key].page_id == other.pk


def test_who_reviews_finds_what_waits_for_her_and_not_her_own(sent, article, learner, editor, reviewer, admin):
    actions.submit(page=sent, by=learner, now=NOW)
    article.owner = reviewer
    article.save(update_fields=["owner"])
    actions.submit(page=article, by=editor, now=NOW)
    assert list(waiting_pages(reviewer)) == [Page.objects.get(pk=sent.pk)]
    assert waiting_pages(admin).count() == 2
    assert not waiting_pages(learner).exists()


def test_a_person_who_leaves_leaves_her_remarks_without_a_name(sent, learner, reviewer):
    actions.submit(page=sent, by=learner, now=NOW)
    actions.remark(page=sent, by=reviewer, text="x", now=NOW)
    actions.take_up(page=sent, by=reviewer, now=NOW)
    actions.forget_person(user=reviewer)
    actions.forget_person(user=reviewer)
    assert Remark.objects.get().by is None
    assert not Part.objects.exists()
