"""Texts are weighed: floods, traps and repeats are slowed down, the true person always has a way in."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils.translation import override

from forums.boards.models import Forum
from forums.brakes.actions import MOST, MOST_OF_NEW, MOST_OF_RANGE, Filled, weigh
from forums.brakes.trap import Trap, stamp
from forums.discussions.choices import State
from forums.moderation.actions import suspend
from tests.factories.accounts import PersonFactory
from tests.factories.forums import NOW, later, reply_in

pytestmark = pytest.mark.django_db
LONG = "These words are long enough to be known again."


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


def filled(**more):
    calm = Trap(website="", began=stamp(NOW - timedelta(minutes=2)))
    return Filled(**({"text": f"Text {uuid4()}", "token": uuid4(), "trap": calm, "email": "", "address": "192.0.2.7"} | more))


def weighed(writer, forum, now=NOW, **more):
    return weigh(writer=writer, forum=forum, filled=filled(**more), now=now)


def test_a_calm_text_passes(forum, learner, visitor):
    assert not weighed(learner, forum).refusal
    assert not weighed(visitor, forum, email=visitor.email).refusal
    assert not weighed(None, forum, email="new@example.org").refusal


def test_a_filled_trap_asks_to_send_once_more(forum, learner):
    verdict = weighed(learner, forum, trap=Trap(website="https://spam.example", began=stamp(NOW - timedelta(minutes=1))))
    assert "once more" in verdict.refusal
    assert not weighed(learner, forum).refusal


@pytest.mark.parametrize("seconds", [0, 1, 2])
def test_what_is_filled_faster_than_people_do_is_asked_for_once_more(forum, learner, seconds):
    quick = Trap(website="", began=stamp(NOW - timedelta(seconds=seconds)))
    assert "quick" in weighed(learner, forum, trap=quick).refusal
    assert not weighed(learner, forum, now=NOW + timedelta(seconds=5), trap=quick).refusal


@pytest.mark.parametrize("began", ["", "nonsense", "a:b:c", "\x00", "9" * 200])
def test_a_guests_form_without_our_stamp_is_asked_for_once_more(forum, began):
    assert "quick" in weighed(None, forum, email="a@example.org", trap=Trap(website="", began=began)).refusal


def test_a_members_form_without_a_stamp_passes(forum, learner):
    assert not weighed(learner, forum, trap=Trap(website="", began="")).refusal


def test_a_stamp_never_grows_too_old(forum, learner):
    assert not weighed(learner, forum, now=NOW + timedelta(days=30), trap=Trap(website="", began=stamp(NOW))).refusal


def test_new_people_are_slowed_sooner_than_known_ones(forum, topic, facilitator):
    new = PersonFactory()
    for _ in range(MOST_OF_NEW):
        assert not weighed(new, forum).refusal
    refused = weighed(new, forum, later(1))
    assert refused.field == "text"
    assert "9" in refused.refusal
    assert not weighed(new, forum, later(11)).refusal
    reply_in(topic, facilitator)
    assert sum(not weighed(facilitator, forum).refusal for _ in range(MOST + 3)) == MOST


def test_a_flood_from_one_network_is_slowed_but_a_class_in_a_ministry_is_not(forum):
    people = [None] * (MOST_OF_RANGE + 1)
    verdicts = [weighed(person, forum, email=f"p{number}@example.org") for number, person in enumerate(people)]
    assert not any(verdict.refusal for verdict in verdicts[:-1])
    assert verdicts[-1].refusal
    assert not weighed(None, forum, email="elsewhere@example.org", address="198.51.100.1").refusal


def test_a_repeated_text_is_told_and_shown_where_it_stands(forum, topic, learner, facilitator):
    post = reply_in(topic, learner, text=LONG)
    verdict = weighed(learner, forum, text=LONG)
    assert verdict.field == "text"
    assert str(post.uid) in verdict.refusal
    assert not weighed(facilitator, forum, text=LONG).refusal
    assert not weighed(learner, forum, NOW + timedelta(days=8), text=LONG).refusal
    assert not weighed(learner, Forum.objects.create(slug="other", titles={"pt": "x"}), text=LONG).refusal


def test_a_repeated_text_that_waits_says_so_and_thanks_may_be_said_twice(forum, topic, visitor):
    reply_in(topic, visitor, text=LONG, state=State.UNCONFIRMED)
    assert "wait" in weighed(visitor, forum, text=LONG, email=visitor.email).refusal
    reply_in(topic, visitor, text="Merci!")
    assert not weighed(visitor, forum, text="Merci!", email=visitor.email).refusal


def test_what_was_rejected_may_be_tried_again(forum, topic, learner):
    post = reply_in(topic, learner, text=LONG, state=State.WAITING)
    post.state = State.REJECTED
    post.save()
    assert not weighed(learner, forum, text=LONG).refusal


def test_the_same_form_twice_is_weighed_once(forum, topic, learner):
    post = reply_in(topic, learner, text=LONG)
    assert not weighed(learner, forum, text=LONG, token=post.token, trap=Trap(website="x", began="")).refusal


def test_a_suspended_member_is_told_until_when_and_a_guest_only_behind_her_link(forum, learner, visitor, moderator):
    suspend(person=learner, moderator=moderator, reason="harm", ends_at=NOW + timedelta(days=7), now=NOW)
    suspend(person=visitor, moderator=moderator, reason="harm", ends_at=None, now=NOW)
    assert "November 2026" in weighed(learner, forum).refusal
    assert not weighed(learner, forum, NOW + timedelta(days=8)).refusal
    assert not weighed(visitor, forum, email=visitor.email).refusal


def test_moderators_are_not_slowed_but_a_suspended_one_is_stopped(forum, moderator, admin):
    trap = Trap(website="x", began="")
    assert not any(weighed(moderator, forum, trap=trap).refusal for _ in range(MOST + 2))
    suspend(person=moderator, moderator=admin, reason="other", ends_at=None, now=NOW)
    assert weighed(moderator, forum).refusal
