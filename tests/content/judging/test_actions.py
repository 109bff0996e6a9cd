"""A checklist begun, kept, sent, thought over; the stop; the rule of two."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from content.judging import actions
from content.judging.choices import Verdict
from content.judging.gate import objection
from content.judging.models import Judgement, Mark, Note
from content.judging.queries import judgement_in, judgements_of, standing_stops
from content.reviewing import actions as reviewing
from content.reviewing.choices import Stage
from content.reviewing.models import Remark
from content.reviewing.queries import stage_of
from content.reviewing.refusals import Refused
from tests.content.judging.conftest import GOOD, ticked
from tests.content.reviewing.conftest import NOW, fresh
from tests.factories.practices import whole

pytestmark = pytest.mark.django_db


def judged(page, by, verdict=Verdict.ACCEPT, **checklist):
    actions.keep(judgement=actions.begin(page=page, by=by, now=NOW), **ticked(**checklist))
    return actions.give(page=fresh(page), by=by, verdict=verdict, now=NOW)


def test_two_checklists_that_hold_the_rule_accept_a_practice(waiting, reviewer, second, editor):
    judged(waiting, reviewer)
    assert stage_of(waiting) == Stage.IN_REVIEW
    judged(waiting, second)
    assert stage_of(waiting) == Stage.ACCEPTED
    reviewing.publish(page=waiting, by=editor, now=NOW)
    assert fresh(waiting).live
    assert judgements_of(waiting).count() == 2


def test_one_with_too_few_points_is_not_sent_and_stays_as_it_was(waiting, reviewer):
    with pytest.raises(Refused, match="South-South"):
        judged(waiting, reviewer, scores=GOOD | {"south_south": 1})
    judgement = Judgement.objects.get()
    assert judgement.given_at is None
    assert judgement.scores["south_south"] == 1


def test_nobody_accepts_past_the_checklist_not_even_by_wagtails_own_button(waiting, reviewer, admin):
    for person in (reviewer, admin):
        with pytest.raises(Refused, match="checklist"):
            reviewing.accept(page=waiting, by=person, now=NOW)
        page = fresh(waiting)
        assert [name for name, *_rest in page.current_workflow_task.get_actions(page, person)] == ["reject"]
        with pytest.raises(PermissionDenied):
            page.current_workflow_task.on_action(page.current_workflow_task_state, person, "approve")


def test_asking_for_changes_sends_notes_as_remarks_and_the_next_round_begins_with_the_scores_of_the_last(waiting, reviewer, learner):
    judged(
        waiting, reviewer, Verdict.CHANGES, notes={"results": " Quantos? ", "funding": "  "}, comment="Quase", remarks={"funding": "Quem?"}
    )
    assert stage_of(waiting) == Stage.CHANGES
    assert [(one.field, one.text) for one in Remark.objects.all()] == [("results", "Quantos?")]
    assert not Note.objects.exists()
    reviewing.submit(page=waiting, by=learner, now=NOW)
    again = actions.begin(page=fresh(waiting), by=reviewer, now=NOW)
    assert again.scores == GOOD
    assert again.marks.get(criterion="funding").remark == "Quem?"
    assert again.given_at is None
    assert Judgement.objects.count() == 2


def test_changes_are_not_asked_for_without_a_word(waiting, reviewer):
    with pytest.raises(Refused, match="to be changed"):
        judged(waiting, reviewer, Verdict.CHANGES)
    assert stage_of(waiting) == Stage.IN_REVIEW


def test_a_stop_holds_against_everybody_until_it_is_lifted(waiting, reviewer, second, learner, editor, admin):
    stop = judged(waiting, reviewer, Verdict.STOP, comment="O nome da criança")
    assert stage_of(waiting) == Stage.CHANGES
    reviewing.submit(page=waiting, by=learner, now=NOW)
    with pytest.raises(Refused, match="stopped"):
        judged(waiting, second)
    for person in (second, learner, editor):
        with pytest.raises(Refused):
            actions.lift(judgement=stop, by=person, now=NOW)
    actions.lift(judgement=stop, by=admin, now=NOW)
    actions.lift(judgement=stop, by=admin, now=NOW)
    assert standing_stops(waiting.translation_key) == []
    judged(waiting, second)
    judged(waiting, admin)
    assert stage_of(waiting) == Stage.ACCEPTED


def test_who_stopped_lifts_it_by_judging_otherwise_in_the_next_round(waiting, reviewer, learner):
    judged(waiting, reviewer, Verdict.STOP, comment="Um nome")
    reviewing.submit(page=waiting, by=learner, now=NOW)
    assert standing_stops(waiting.translation_key)
    actions.keep(judgement=actions.begin(page=fresh(waiting), by=reviewer, now=NOW), **ticked())
    actions.give(page=fresh(waiting), by=reviewer, verdict=Verdict.ACCEPT, now=NOW)
    assert not standing_stops(waiting.translation_key)


def test_a_stop_holds_after_its_reviewer_has_left(waiting, reviewer, admin):
    judged(waiting, reviewer, Verdict.STOP, comment="Um nome")
    actions.forget_person(user=reviewer)
    actions.forget_person(user=reviewer)
    (stop,) = standing_stops(waiting.translation_key)
    assert stop.reviewer is None
    actions.lift(judgement=stop, by=admin, now=NOW)
    assert not standing_stops(waiting.translation_key)


def test_a_stop_after_acceptance_keeps_the_practice_from_being_published(waiting, reviewer, second, editor):
    judged(waiting, reviewer)
    judged(waiting, second)
    Judgement.objects.filter(reviewer=second).update(verdict=Verdict.STOP)
    with pytest.raises(Refused, match="stopped"):
        reviewing.publish(page=waiting, by=editor, now=NOW)
    assert not fresh(waiting).live


def test_a_checklist_that_was_sent_is_changed_only_when_opened_again(waiting, reviewer, second):
    judgement = judged(waiting, reviewer)
    with pytest.raises(Refused):
        actions.keep(judgement=judgement, **ticked())
    with pytest.raises(Refused):
        actions.give(page=fresh(waiting), by=reviewer, verdict=Verdict.CHANGES, now=NOW)
    actions.think_again(page=fresh(waiting), by=reviewer, now=NOW)
    judged(waiting, second)
    assert stage_of(waiting) == Stage.IN_REVIEW
    judged(waiting, reviewer)
    assert stage_of(waiting) == Stage.ACCEPTED


def test_beginning_twice_is_one_checklist(waiting, reviewer):
    assert actions.begin(page=waiting, by=reviewer, now=NOW) == actions.begin(page=waiting, by=reviewer, now=NOW)


@pytest.mark.parametrize("name", ["stranger", "learner", "facilitator", "moderator", "editor", "translator", "partner"])
def test_those_who_are_no_reviewers_and_the_author_begin_none(waiting, cast, name):
    with pytest.raises(Refused):
        actions.begin(page=waiting, by=cast[name], now=NOW)
    for deed in (actions.think_again,):
        with pytest.raises(Refused):
            deed(page=waiting, by=cast[name], now=NOW)
    with pytest.raises(Refused):
        actions.give(page=waiting, by=cast[name], verdict=Verdict.ACCEPT, now=NOW)


def test_a_reviewer_who_wrote_it_judges_it_not(homes, reviewer, second):
    page = whole("Minha", live=False, owner=reviewer)
    reviewing.submit(page=page, by=reviewer, now=NOW)
    with pytest.raises(Refused):
        actions.begin(page=fresh(page), by=reviewer, now=NOW)
    assert actions.begin(page=fresh(page), by=second, now=NOW)


def test_a_translation_is_reviewed_without_the_checklist(homes, translator, reviewer):
    original = whole("Inspeção")
    page = whole("Inspection", language="fr", translation_of=original, live=False, rendering="unofficial", owner=translator)
    reviewing.submit(page=page, by=translator, now=NOW)
    round = fresh(page).current_workflow_task_state
    assert objection(fresh(page), round, reviewer) is None
    with pytest.raises(Refused):
        actions.begin(page=fresh(page), by=reviewer, now=NOW)
    reviewing.accept(page=page, by=reviewer, now=NOW)


def test_keeping_again_takes_notes_away_that_were_emptied(waiting, reviewer):
    judgement = actions.begin(page=waiting, by=reviewer, now=NOW)
    actions.keep(judgement=judgement, **ticked(notes={"results": "x", "funding": "y"}))
    actions.keep(judgement=judgement, **ticked(notes={"results": "z", "funding": ""}))
    assert [(note.field, note.text) for note in Note.objects.all()] == [("results", "z")]
    assert Mark.objects.count() == 8
    assert judgement_in(fresh(waiting).current_workflow_task_state, reviewer) == judgement


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (Mark, {"score": 4}),
        (Mark, {"criterion": "beauty"}),
        (Judgement, {"verdict": "accept"}),
        (Judgement, {"lifted_at": NOW}),
        (Note, {"text": ""}),
    ],
)
def test_the_database_refuses_what_is_never_true(waiting, reviewer, model, changes):
    judgement = actions.begin(page=waiting, by=reviewer, now=NOW)
    actions.keep(judgement=judgement, **ticked(notes={"results": "x"}))
    rows = model.objects.filter(pk=model.objects.order_by("pk").values_list("pk", flat=True)[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**changes)
