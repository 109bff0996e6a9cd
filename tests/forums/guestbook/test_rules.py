"""What a guest may do, and who may take over what she wrote."""

import pytest
from django.contrib.auth.models import AnonymousUser

from forums.discussions.actions import close_topic, take_down
from forums.discussions.choices import State
from forums.discussions.models import Post
from forums.guestbook.rules import begins_its_topic, can_claim, can_correct, can_still_be_posted, can_withdraw
from tests.factories.forums import NOW, general_forum, guest, later, reply_in, topic_in

pytestmark = pytest.mark.django_db
MAY = {
    State.UNCONFIRMED: (True, True),
    State.WAITING: (True, True),
    State.PUBLISHED: (True, True),
    State.HIDDEN: (False, False),
    State.REJECTED: (False, False),
    State.DELETED: (False, False),
}


@pytest.mark.parametrize("state", list(State))
def test_what_may_be_done_follows_from_the_state(topic, visitor, state):
    post = reply_in(topic, visitor, state=State.WAITING)
    Post.objects.filter(pk=post.pk).exclude(state=state).update(state=state, place=5, published_at=NOW)
    post.refresh_from_db()
    assert (can_correct(visitor, post, NOW), can_withdraw(visitor, post)) == MAY[state]


@pytest.mark.parametrize("state", list(State))
def test_nobody_elses_message_is_hers(topic, visitor, learner, state):
    for writer in (guest(), learner):
        post = reply_in(topic, writer, state=State.WAITING)
        post.state = state
        assert not can_correct(visitor, post, NOW)
        assert not can_withdraw(visitor, post)


def test_in_a_closed_topic_nothing_is_corrected_but_all_may_be_withdrawn(topic, visitor):
    post = reply_in(topic, visitor)
    close_topic(topic=post.topic, is_closed=False, closes_at=later(5), now=NOW)
    assert can_correct(visitor, post, later(4))
    assert not can_correct(visitor, post, later(5))
    assert can_withdraw(visitor, post)


def test_a_message_that_waits_may_be_posted_while_its_topic_is_open(topic, visitor):
    post = reply_in(topic, visitor, state=State.UNCONFIRMED)
    post.topic = topic
    assert not begins_its_topic(post)
    assert can_still_be_posted(AnonymousUser(), post, NOW)
    close_topic(topic=topic, is_closed=True, now=NOW)
    assert not can_still_be_posted(AnonymousUser(), post, NOW)


def test_in_a_closed_topic_only_moderators_still_post(topic, visitor, cast):
    post = reply_in(topic, visitor, state=State.UNCONFIRMED)
    post.topic = topic
    close_topic(topic=topic, is_closed=True, now=NOW)
    allowed = {role for role, person in cast.items() if can_still_be_posted(person, post, NOW)}
    assert allowed == {"moderator", "admin"}


def test_a_topic_that_was_taken_down_takes_no_reply(topic, visitor):
    post = reply_in(topic, visitor, state=State.UNCONFIRMED)
    take_down(post=topic.posts.get(place=1), state=State.HIDDEN, now=NOW)
    post.topic.refresh_from_db()
    assert not can_still_be_posted(AnonymousUser(), post, NOW)


def test_a_topic_of_ones_own_may_begin_while_the_forum_is_open(forum, visitor):
    begun = topic_in(forum, visitor, state=State.UNCONFIRMED)
    post = begun.posts.get()
    assert begins_its_topic(post)
    assert can_still_be_posted(AnonymousUser(), post, NOW)
    forum.is_closed = True
    forum.save()
    assert not can_still_be_posted(AnonymousUser(), begun.posts.select_related("topic__forum").get(), NOW)


def test_guests_do_not_write_where_an_audience_reads(homes, visitor):
    forum = general_forum(audience="course:1")
    begun = topic_in(forum, visitor, state=State.UNCONFIRMED)
    assert not can_still_be_posted(AnonymousUser(), begun.posts.get(), NOW)


def test_only_the_owner_of_an_address_claims(cast):
    owner = cast["learner"]
    assert {role for role, person in cast.items() if can_claim(person, owner)} == {"learner"}
    assert not any(can_claim(person, None) for person in cast.values())
