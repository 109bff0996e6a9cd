"""Two people at the same moment: each step happens once, and no decision is lost or made twice."""

from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from wagtail import hooks
from wagtail.models import TaskState, WorkflowState

from content.reviewing import actions
from content.reviewing.choices import Stage
from content.reviewing.models import Part, PublicationTask
from content.reviewing.queries import stage_of
from content.reviewing.refusals import Refused
from tests.content.reviewing.conftest import NOW, fresh

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture(autouse=True)
def _no_checklist(monkeypatch):
    monkeypatch.setitem(hooks._hooks, "review_gate", [])


def together(*works):
    """Do all of it at the same moment; return the sentences of what was refused. Any other fault is raised here."""
    start, refused, faults = Barrier(len(works)), [], []

    def run(work):
        try:
            start.wait(timeout=20)
            work()
        except Refused as no:
            refused.append(no.sentence)
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert faults == []
    return refused


def does(deed, page, by, **more):
    return lambda: deed(page=page, by=by, now=NOW, **more)


def test_two_reviewers_who_accept_at_once_are_two_and_the_practice_goes_on_once(sent, learner, reviewer, second, editor):
    actions.submit(page=sent, by=learner, now=NOW)
    assert together(does(actions.accept, sent, reviewer), does(actions.accept, sent, second)) == []
    assert stage_of(sent) == Stage.ACCEPTED
    assert Part.objects.exclude(accepted_at=None).count() == 2
    assert TaskState.objects.filter(task__in=PublicationTask.objects.all()).count() == 1
    refused = together(does(actions.publish, sent, editor), does(actions.publish, sent, reviewer))
    assert len(refused) == 1
    assert fresh(sent).live
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED


def test_of_accepting_and_giving_back_at_once_one_is_refused_and_one_holds(article, editor, reviewer, second):
    actions.submit(page=article, by=editor, now=NOW)
    refused = together(does(actions.accept, article, reviewer), does(actions.ask_changes, article, second, comment="Quase"))
    assert len(refused) == 1
    assert stage_of(fresh(article)) in (Stage.PUBLISHED, Stage.CHANGES)
    assert fresh(article).live == (TaskState.objects.get().status == TaskState.STATUS_APPROVED)


def test_who_sends_twice_at_once_sends_once(article, editor):
    assert together(does(actions.submit, article, editor), does(actions.submit, article, editor)) == []
    assert WorkflowState.objects.count() == TaskState.objects.count() == 1


def test_what_is_taken_back_while_it_is_accepted_is_one_or_the_other(article, editor, reviewer):
    actions.submit(page=article, by=editor, now=NOW)
    together(does(actions.take_back, article, editor), does(actions.accept, article, reviewer))
    status = WorkflowState.objects.get().status
    assert status in (WorkflowState.STATUS_APPROVED, WorkflowState.STATUS_CANCELLED)
    assert fresh(article).live == (status == WorkflowState.STATUS_APPROVED)


def test_the_editors_own_button_waits_for_the_same_lock(article, editor, reviewer, second):
    actions.submit(page=article, by=editor, now=NOW)
    state = fresh(article).current_workflow_task_state
    late = []

    def button(by):
        try:
            state.task.specific.on_action(state, by, "approve")
        except PermissionDenied as no:
            late.append(str(no))

    assert together(lambda: button(reviewer), lambda: button(second)) == []
    assert len(late) == 1
    assert TaskState.objects.get().status == TaskState.STATUS_APPROVED
