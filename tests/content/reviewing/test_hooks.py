"""The head of the editor, what other rooms are asked, what the house is told."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail import hooks
from wagtail.models import Page, WorkflowState

from content.reviewing import actions, asking
from content.reviewing.choices import CLOSED, ON_ITS_WAY, Stage
from content.reviewing.models import Remark
from content.reviewing.queries import stage_of, standings_of, turn_of
from content.reviewing.refusals import Refused
from content.reviewing.tasks import tell
from content.reviewing.wagtail_hooks import show_standing
from mail.models import Message
from tests.content.reviewing.conftest import NOW, fresh
from tests.factories.content import page_below

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(editor):
    request = RequestFactory().get("/")
    request.user = editor
    with translation.override("en"):
        yield request


def test_a_text_of_which_nothing_was_said_has_no_head(asked, article, homes):
    assert show_standing(asked, article) is None
    assert show_standing(asked, Page(title="not saved")) is None


def test_the_head_tells_stage_turn_history_and_remarks_that_are_open(asked, article, editor, reviewer):
    actions.submit(page=article, by=editor, now=NOW)
    remark = actions.remark(page=article, by=reviewer, field="title", text="Mais claro", now=NOW)
    actions.answer_remark(remark=remark, text="Feito <i>", by=editor, now=NOW)
    html = show_standing(asked, fresh(article))
    assert "It is the reviewers’ turn." in html
    assert "Sent to review" in html
    assert "Mais claro" in html
    assert "Feito &lt;i&gt;" in html
    actions.settle(remark=remark, by=reviewer, now=NOW)
    assert "Mais claro" not in show_standing(asked, fresh(article))


def test_the_head_asks_as_often_for_three_remarks_as_for_one(asked, sent, learner, reviewer):
    actions.submit(page=sent, by=learner, now=NOW)
    counted = []
    for number in (1, 2):
        for _remark in range(number):
            actions.remark(page=sent, by=reviewer, field="results", text="x", now=NOW)
        page = fresh(sent)
        with CaptureQueriesContext(connection) as queries:
            show_standing(asked, page)
        counted.append(len(queries))
    assert Remark.objects.count() == 3
    assert counted[0] == counted[1] <= 14


def test_rooms_that_know_no_author_no_link_and_no_objection_are_passed_over(sent, reviewer, monkeypatch):
    for name in ("practice_authors", "review_gate", "review_link"):
        monkeypatch.setitem(hooks._hooks, name, [])
    assert asking.co_authors([sent.translation_key]) == {sent.translation_key: set()}
    assert asking.objection(sent, None, reviewer) is None
    assert asking.link_for(sent, reviewer) is None
    monkeypatch.setitem(hooks._hooks, "review_link", [(lambda page, person: None, 0), (lambda page, person: "/there/", 1)])
    assert asking.link_for(sent, reviewer) == "/there/"


def test_a_page_that_was_never_saved_by_anybody_has_no_author(homes):
    page = page_below(homes["pt"], title="Ninguém", live=False)
    assert asking.authors_of(page) == set()
    assert asking.authors_of_rounds([]) == {}


def test_taking_back_what_is_live_without_a_moment_of_publication_is_no_fault(homes, editor, reviewer):
    """Pages that were imported as they stood are live and have never been published by anybody."""
    page = page_below(homes["pt"], title="Trazida", owner=editor)
    Page.objects.filter(pk=page.pk).update(live=True, first_published_at=None, last_published_at=None)
    actions.submit(page=fresh(page), by=editor, now=NOW)
    Message.objects.all().delete()
    actions.take_back(page=page, by=editor, now=NOW)
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_CANCELLED
    assert stage_of(fresh(page)) == Stage.PUBLISHED
    assert Message.objects.filter(to="editor@example.org").exists()


def test_what_was_sent_again_after_publication_and_taken_back_stays_published(article, editor, reviewer):
    actions.submit(page=article, by=editor, now=NOW)
    actions.accept(page=article, by=reviewer, now=NOW)
    page = fresh(article)
    page.title = "Módulo, outra vez"
    page.save_revision(user=editor)
    actions.submit(page=page, by=editor, now=NOW)
    assert turn_of(fresh(page)).is_live
    Message.objects.all().delete()
    actions.take_back(page=page, by=editor, now=NOW)
    assert stage_of(fresh(page)) == Stage.PUBLISHED
    assert fresh(page).title == "Módulo"
    assert not Message.objects.filter(subject__startswith="Published").exists()


def test_an_alias_is_never_sent(article, editor, homes):
    alias = article.create_alias(parent=homes["pt"], update_slug="copia")
    with pytest.raises(Refused):
        actions.submit(page=alias, by=editor, now=NOW)


def test_words_longer_than_the_bound_are_cut_not_refused(article, editor, reviewer):
    actions.submit(page=article, by=editor, now=NOW)
    actions.ask_changes(page=article, by=reviewer, comment="y" * 9000, now=NOW)
    assert len(fresh(article).current_workflow_task_state.comment) == 4000


def test_answering_anew_replaces_the_answer(sent, learner, reviewer):
    actions.submit(page=sent, by=learner, now=NOW)
    remark = actions.remark(page=sent, by=reviewer, text="Quantos?", now=NOW)
    for text in ("Seis", " Sete "):
        actions.answer_remark(remark=remark, text=text, by=learner, now=NOW)
    kept = Remark.objects.get()
    assert (kept.answer, kept.answered_by, kept.answered_at) == ("Sete", learner, NOW)


def test_stages_in_which_a_text_is_closed_are_on_their_way_and_not_with_the_authors():
    assert set(CLOSED) < set(ON_ITS_WAY)
    assert Stage.CHANGES not in CLOSED


def test_the_standing_says_how_many_accept(sent, learner, reviewer, monkeypatch):
    monkeypatch.setitem(hooks._hooks, "review_gate", [])
    actions.submit(page=sent, by=learner, now=NOW)
    assert turn_of(sent).accepted == 0
    actions.accept(page=sent, by=reviewer, now=NOW)
    standing = standings_of([sent])[sent.pk]
    assert (standing.accepted, standing.stage) == (1, Stage.IN_REVIEW)
    assert standing.label
    assert standing.turn_label


def test_a_job_about_a_page_that_has_gone_writes_nothing(sent, learner):
    actions.submit(page=sent, by=learner, now=NOW)
    round = fresh(sent).current_workflow_task_state
    Message.objects.all().delete()
    pk = sent.pk
    sent.delete()
    tell.func(pk, Stage.SUBMITTED.value, round.pk, learner.pk, "")
    assert not Message.objects.exists()


def test_step_by_step_nobody_is_told_twice_in_one_round(sent, learner, reviewer, second):
    actions.submit(page=sent, by=learner, now=NOW)
    for _time in range(2):
        actions.submit(page=sent, by=learner, now=NOW)
    actions.take_up(page=sent, by=reviewer, now=NOW)
    actions.take_up(page=sent, by=second, now=NOW)
    letters = Message.objects.values_list("to", "uid")
    assert len(letters) == len(set(letters))
    assert Message.objects.filter(to="second@example.org").count() == 1
    assert Message.objects.filter(to="learner@example.org").count() == 2
