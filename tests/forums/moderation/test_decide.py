"""Decisions about posts, and taking them back."""

from datetime import timedelta

import pytest

from forums.discussions.actions import accept_answer, delete_post
from forums.discussions.choices import State
from forums.discussions.models import Topic
from forums.moderation.actions import amend, decide, report, undo
from forums.moderation.actions.decide import DecidedBefore
from forums.moderation.choices import Reason, Verb
from forums.moderation.models import Decision, Report
from forums.moderation.rules import can_undo
from tests.factories.accounts import PersonFactory
from tests.factories.forums import NOW, later, reply_in, topic_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("state", "verb", "after"),
    [
        ("waiting", "approve", "published"),
        ("waiting", "reject", "rejected"),
        ("rejected", "approve", "published"),
        ("published", "hide", "hidden"),
        ("hidden", "restore", "published"),
        ("hidden", "hide", "hidden"),
        ("published", "dismiss", "published"),
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_each_decision_changes_the_state_and_undoing_brings_it_back(
    forum, topic, learner, decided, is_counted_right, state, verb, after, is_first
):
    start = State.PUBLISHED if state in ("published", "hidden") else State.WAITING
    post = topic_in(forum, learner, state=start).posts.get() if is_first else reply_in(topic, learner, state=start)
    if state in ("hidden", "rejected"):
        decided(post, "hide" if state == "hidden" else "reject")
    decision = decided(post, verb, reason="spam", words="Sorry")
    post.refresh_from_db()
    assert post.state == after
    assert is_counted_right()
    assert (decision.user, decision.reason, decision.words, decision.topic) == (learner, "spam", "Sorry", post.topic)
    if is_first:
        assert Topic.objects.get(pk=post.topic_id).state == after
    assert undo(decision=decision, now=later(9))
    post.refresh_from_db()
    assert post.state == state
    assert is_counted_right()
    if is_first:
        assert Topic.objects.get(pk=post.topic_id).state == state


@pytest.mark.parametrize(
    ("state", "verb"), [("waiting", "hide"), ("waiting", "restore"), ("published", "approve"), ("published", "reject")]
)
def test_what_does_not_fit_is_refused(topic, decided, state, verb):
    post = reply_in(topic, state=State(state))
    with pytest.raises(DecidedBefore):
        decided(post, verb)
    assert not Decision.objects.exists()


def test_of_two_moderators_at_once_the_second_learns_what_the_first_decided(topic, moderator, admin, decided):
    post = reply_in(topic, state=State.WAITING)
    first = decided(post, "approve")
    with pytest.raises(DecidedBefore) as caught:
        decide(post=post, verb=Verb.REJECT, moderator=admin, seen="", now=NOW)
    assert caught.value.decision == first
    post.refresh_from_db()
    assert post.state == State.PUBLISHED


def test_an_approved_reply_that_is_taken_back_and_approved_again_is_read_by_nobody_between(client, topic, decided, is_counted_right):
    post = reply_in(topic, state=State.WAITING, text="Betweentimes")
    undo(decision=decided(post, "approve"), now=later(1))
    assert "Betweentimes" not in client.get(f"/pt/forums/topics/{topic.uid}/").text
    post.refresh_from_db()
    decided(post, "approve", later(2))
    assert "Betweentimes" in client.get(f"/pt/forums/topics/{topic.uid}/").text
    assert is_counted_right()


def test_an_approved_topic_that_is_taken_back_keeps_its_replies_for_later(client, forum, learner, decided, is_counted_right):
    topic = topic_in(forum, learner, state=State.WAITING)
    first = topic.posts.get()
    decision = decided(first, "approve")
    topic.refresh_from_db()
    reply_in(topic, text="Quick reply")
    undo(decision=decision, now=later(5))
    assert client.get(f"/pt/forums/topics/{topic.uid}/").status_code == 404
    assert is_counted_right()
    first.refresh_from_db()
    decided(first, "approve", later(6))
    assert "Quick reply" in client.get(f"/pt/forums/topics/{topic.uid}/").text
    assert is_counted_right()


def test_hiding_an_answer_and_undoing_makes_it_the_answer_again(forum, learner, decided):
    topic = topic_in(forum, learner, is_question=True)
    post = reply_in(topic)
    accept_answer(topic=topic, post=post)
    decision = decided(post, "hide")
    assert Topic.objects.get(pk=topic.pk).accepted is None
    undo(decision=decision, now=later(1))
    assert Topic.objects.get(pk=topic.pk).accepted == post


def test_a_decision_settles_alarms_and_undoing_opens_them_again(topic, decided, learner):
    post = reply_in(topic)
    reporters = [PersonFactory(), PersonFactory()]
    for person in reporters:
        report(post=post, reporter=person, reason=Reason.SPAM, words="", now=NOW)
    decision = decided(post, "dismiss")
    assert not Report.objects.filter(settled_at=None).exists()
    report(post=post, reporter=reporters[0], reason=Reason.HARM, words="", now=later(1))
    assert undo(decision=decision, now=later(2))
    assert Report.objects.filter(settled_at=None).count() == 2


def test_after_something_newer_was_decided_the_older_is_not_undone(topic, decided, is_counted_right):
    post = reply_in(topic, state=State.WAITING)
    first = decided(post, "approve")
    decided(post, "hide", later(1))
    assert not undo(decision=first, now=later(2))
    post.refresh_from_db()
    assert post.state == State.HIDDEN


def test_undoing_twice_changes_nothing_more(topic, decided, is_counted_right):
    post = reply_in(topic, state=State.WAITING)
    decision = decided(post, "approve")
    assert undo(decision=decision, now=later(1))
    assert not undo(decision=decision, now=later(1))
    assert is_counted_right()


def test_what_the_writer_took_back_meanwhile_stays_taken_back(topic, decided, learner):
    post = reply_in(topic, learner)
    decision = decided(post, "dismiss")
    delete_post(post=post, now=later(1))
    assert not undo(decision=decision, now=later(2))
    with pytest.raises(DecidedBefore):
        decided(post, "hide")


@pytest.mark.parametrize(("minutes", "may"), [(0, True), (9, True), (10, False), (11, False), (600, False)])
def test_ten_minutes_long_a_decision_is_ones_own_to_take_back(topic, moderator, admin, decided, minutes, may):
    decision = decided(reply_in(topic, state=State.WAITING), "approve")
    assert can_undo(moderator, decision, NOW + timedelta(minutes=minutes)) is may
    assert not can_undo(admin, decision, NOW)


def test_a_text_is_changed_with_a_reason_and_back(topic, learner, moderator):
    post = reply_in(topic, learner, text="The name of the child")
    decision = amend(post=post, text="[a name]", moderator=moderator, reason="child", words="No names, please.", now=NOW)
    assert (post.text, decision.verb, decision.user) == ("[a name]", "edit", learner)
    assert post.revisions.get().text == "The name of the child"
    assert amend(post=post, text="[a name]", moderator=moderator, now=NOW) is None
    assert undo(decision=decision, now=later(1))
    post.refresh_from_db()
    assert post.text == "The name of the child"
