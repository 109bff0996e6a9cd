"""Alarms: what they hide, whom they ring, and how little of a weapon they are."""

import pytest

from forums.discussions.actions import edit_post
from forums.discussions.choices import State
from forums.moderation.actions import question_edit, report
from forums.moderation.choices import Reason
from forums.moderation.models import Report
from mail.models import Message
from tests.factories.accounts import PersonFactory
from tests.factories.forums import NOW, later, reply_in

pytestmark = pytest.mark.django_db


def alarm(post, reporter=None, reason=Reason.CHILD, now=NOW, **more):
    made = report(post=post, reporter=reporter, reason=reason, words="Look", now=now, **more)
    post.refresh_from_db()
    return made


@pytest.fixture
def post(topic):
    return reply_in(topic, text="Ana from the village of Xai")


@pytest.mark.parametrize("is_member", [True, False])
def test_a_recognisable_child_is_hidden_at_once_and_all_moderators_are_rung(post, facilitator, moderator, admin, is_member):
    alarm(post, facilitator if is_member else None)
    assert post.state == State.HIDDEN
    mails = Message.objects.filter(kind="forums-alarms")
    assert {mail.to for mail in mails} == {moderator.email, admin.email}
    for mail in mails:
        assert mail.is_essential
        assert f"/posts/{post.uid}/case/" in mail.text
        assert "Ana" not in mail.text + mail.html + mail.subject


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason != Reason.CHILD])
def test_other_reasons_hide_nothing_and_ring_nobody(post, facilitator, moderator, reason):
    alarm(post, facilitator, reason)
    assert post.state == State.PUBLISHED
    assert not Message.objects.filter(kind="forums-alarms").exists()


def test_the_same_alarm_twice_is_one(post, facilitator, moderator):
    assert alarm(post, facilitator, Reason.SPAM) == alarm(post, facilitator, Reason.CHILD)
    assert Report.objects.count() == 1
    assert post.state == State.PUBLISHED
    alarm(post, PersonFactory(), Reason.SPAM)
    assert Report.objects.count() == 2


def test_what_moderators_left_standing_is_not_hidden_again_by_the_same_person(post, facilitator, moderator, decided):
    alarm(post, facilitator)
    decided(post, "restore")
    alarm(post, facilitator, now=later(5))
    assert post.state == State.PUBLISHED
    assert Message.objects.filter(kind="forums-alarms").count() == 2
    decided(post, "dismiss", later(6))
    alarm(post, PersonFactory(), now=later(7))
    assert post.state == State.HIDDEN


def test_after_a_restore_no_stranger_hides_it_again(post, facilitator, moderator, decided):
    alarm(post, facilitator)
    decided(post, "restore")
    alarm(post, None, now=later(1))
    assert post.state == State.PUBLISHED


def test_a_reporter_who_hid_too_much_rings_and_hides_nothing(post, facilitator, moderator):
    alarm(post, facilitator, may_hide=False)
    assert post.state == State.PUBLISHED
    assert Message.objects.filter(kind="forums-alarms", to=moderator.email).exists()


def test_an_edit_is_questioned_once(post):
    assert question_edit(post=post, now=NOW).reporter is None
    assert question_edit(post=post, now=NOW) is None


def test_a_watched_word_that_an_edit_brings_in_comes_into_the_queue(forum, topic, learner, moderator):
    forum.watched_words = "credito"
    forum.save()
    calm, bad, ours = reply_in(topic, learner), reply_in(topic, learner), reply_in(topic, moderator)
    for one, text in ((calm, "A calm text"), (bad, "Crédito fácil"), (ours, "O crédito da lei")):
        one.refresh_from_db()
        edit_post(post=one, text=text, by=one.author, now=later(1))
    assert list(Report.objects.values_list("post", flat=True)) == [bad.pk]
