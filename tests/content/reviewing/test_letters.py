"""Who is told at which step, in her language, once; and none of Wagtail's own mails beside ours."""

import pytest
from django.core import mail
from wagtail import hooks

from content.reviewing import actions
from content.reviewing.letters import field_name, write_letters
from mail.models import Message
from tests.content.reviewing.conftest import NOW, fresh
from tests.factories.practices import practice

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_checklist(monkeypatch):
    monkeypatch.setitem(hooks._hooks, "review_gate", [])


def told():
    """Return who was written to since the last time, with the first words of the subject."""
    rows = sorted((message.to.split("@")[0], message.subject.split(":")[0]) for message in Message.objects.all())
    Message.objects.all().delete()
    return rows


def test_each_step_tells_the_authors_and_those_whose_turn_it_is(sent, learner, reviewer, second, editor):
    learner.language = reviewer.language = second.language = editor.language = "en"
    for person in (learner, reviewer, second, editor):
        person.save(update_fields=["language"])
    actions.submit(page=sent, by=learner, now=NOW)
    assert told() == [("learner", "Received"), ("reviewer", "To review"), ("second", "To review")]
    actions.take_up(page=sent, by=reviewer, now=NOW)
    actions.take_up(page=sent, by=reviewer, now=NOW)
    assert told() == [("learner", "In review")]
    actions.remark(page=sent, by=reviewer, field="results", text="Quantos?", now=NOW)
    actions.ask_changes(page=sent, by=reviewer, comment="Quase pronto", now=NOW)
    letter = Message.objects.get(to="learner@example.org")
    assert letter.is_essential
    assert "Quase pronto" in letter.text
    assert "South-South results: Quantos?" in letter.text
    assert told() == [("learner", "Please change")]
    actions.submit(page=sent, by=learner, now=NOW)
    assert told() == [("learner", "Received"), ("reviewer", "To review")]  # who knows it is asked again
    actions.accept(page=sent, by=reviewer, now=NOW)
    assert told() == [("learner", "In review")]
    actions.accept(page=sent, by=second, now=NOW)
    assert told() == [("editor", "To publish"), ("learner", "Accepted"), ("reviewer", "To publish")]
    actions.publish(page=sent, by=editor, now=NOW)
    assert told() == [("learner", "Published")]
    assert mail.outbox == []  # Wagtail's own notifiers stay silent


def test_taking_back_tells_those_who_had_begun(sent, learner, reviewer):
    actions.submit(page=sent, by=learner, now=NOW)
    actions.take_up(page=sent, by=reviewer, now=NOW)
    told()
    actions.take_back(page=sent, by=learner, now=NOW)
    assert {who for who, _subject in told()} == {"learner", "reviewer"}


def test_a_mail_speaks_the_language_of_its_reader_and_leads_where_she_may_go(article, sent, editor, learner, reviewer):
    actions.submit(page=article, by=editor, now=NOW)
    letter = Message.objects.get(to="reviewer@example.org")
    assert letter.language == "es"
    assert f"/admin/pages/{article.pk}/edit/" in letter.text
    assert not letter.is_essential
    actions.submit(page=sent, by=learner, now=NOW)
    assert "/admin/" not in Message.objects.get(to="learner@example.org").text


def test_the_same_step_is_told_once_however_often_its_job_runs(sent, learner, reviewer):
    actions.submit(page=sent, by=learner, now=NOW)
    round = fresh(sent).current_workflow_task_state
    again = {"page_id": sent.pk, "stage": "submitted", "round_id": round.pk, "by_id": learner.pk, "comment": "", "now": NOW}
    assert write_letters(**again) == 0
    assert write_letters(**again | {"page_id": 0}) == 0


def test_who_left_or_is_blocked_is_told_nothing(sent, learner, reviewer):
    reviewer.is_active = False
    reviewer.save(update_fields=["is_active"])
    actions.submit(page=sent, by=learner, now=NOW)
    assert [who for who, _subject in told()] == ["learner"]


def test_publishing_past_a_review_is_not_told_as_taken_back(article, editor, reviewer):
    actions.submit(page=article, by=editor, now=NOW)
    told()
    fresh(article).latest_revision.publish(user=reviewer)
    assert {who for who, _subject in told()} == {"editor"}
    assert fresh(article).current_workflow_state is None


def test_fields_are_called_as_editors_call_them(homes):
    page = practice()
    assert field_name(page, "results") == "South-South results"
    assert field_name(page, "") == ""
    assert field_name(page, "unknown") == "Unknown"
