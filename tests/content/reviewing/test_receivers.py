"""Each step is announced once, in the transaction in which it happened, however it was taken."""

import pytest
from wagtail import hooks
from wagtail.models import Page

from content.reviewing import actions
from content.reviewing.choices import Stage
from content.reviewing.signals import stage_changed
from mail.models import Message
from tests.content.reviewing.conftest import NOW, fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(monkeypatch):
    """Return the list of what is announced from now on."""
    monkeypatch.setitem(hooks._hooks, "review_gate", [])
    told = []

    def ear(page, stage, by, comment, round, **kwargs):
        told.append((stage, by, comment))
        assert isinstance(page, Page)
        assert round is None or round.pk

    stage_changed.connect(ear, weak=False)
    yield told
    stage_changed.disconnect(ear)


def test_every_step_is_announced(heard, sent, learner, reviewer, second, editor):
    actions.submit(page=sent, by=learner, now=NOW)
    actions.ask_changes(page=sent, by=reviewer, comment="Quase", now=NOW)
    actions.submit(page=sent, by=learner, now=NOW)
    actions.accept(page=sent, by=reviewer, now=NOW)
    actions.accept(page=sent, by=second, now=NOW)
    actions.publish(page=sent, by=editor, now=NOW)
    assert heard == [
        (Stage.SUBMITTED, learner, ""),
        (Stage.IN_REVIEW, reviewer, ""),
        (Stage.CHANGES, reviewer, "Quase"),
        (Stage.SUBMITTED, learner, ""),
        (Stage.IN_REVIEW, reviewer, ""),
        (Stage.ACCEPTED, second, ""),
        (Stage.PUBLISHED, editor, ""),
    ]


def test_wagtails_own_buttons_announce_the_same(heard, article, editor, reviewer):
    article.get_workflow().start(article, editor)
    state = fresh(article).current_workflow_task_state
    state.task.specific.on_action(state, reviewer, "reject", comment="Não")
    fresh(article).current_workflow_state.resume(user=editor)
    fresh(article).current_workflow_state.cancel(user=editor)
    assert [stage for stage, _by, _comment in heard] == [Stage.SUBMITTED, Stage.CHANGES, Stage.SUBMITTED, Stage.DRAFT]


def test_what_is_refused_is_not_announced(heard, sent, learner, partner):
    from content.reviewing.refusals import Refused

    for deed in (actions.submit, actions.accept, actions.publish):
        with pytest.raises(Refused):
            deed(page=sent, by=partner, now=NOW)
    assert heard == []
    assert not Message.objects.exists()


def test_authors_are_told_when_their_practice_is_taken_off_the_site(heard, sent, learner, reviewer, admin):
    from content.practices.actions import withdraw
    from tests.factories.content import published

    page = published(sent)
    Message.objects.all().delete()
    withdraw(page=page, reason="Um nome a mais", by=admin, now=NOW)
    letter = Message.objects.get(to="learner@example.org")
    assert "Um nome a mais" in letter.text
    assert letter.is_essential
