"""Topics closed, pinned, moved, split, merged, and all of it taken back."""

from datetime import timedelta

import pytest

from forums.discussions.actions import accept_answer
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from forums.moderation.actions import merge, move, split, tend, undo
from forums.moderation.choices import Verb
from tests.factories.forums import NOW, general_forum, later, reply_in, topic_in

pytestmark = pytest.mark.django_db


def texts(topic):
    return list(Post.objects.filter(topic=topic, place__isnull=False).order_by("place").values_list("place", "text"))


@pytest.mark.parametrize(("verb", "back"), [("close", "open"), ("pin", "unpin")])
def test_closing_and_pinning_and_back(topic, moderator, verb, back):
    before = Topic.objects.filter(pk=topic.pk).values().get()
    decision = tend(topic=topic, verb=Verb(verb), moderator=moderator, now=NOW)
    assert tend(topic=topic, verb=Verb(verb), moderator=moderator, now=NOW) is None
    assert Topic.objects.filter(pk=topic.pk).values().get() != before
    assert undo(decision=decision, now=later(1))
    assert Topic.objects.filter(pk=topic.pk).values().get() == before
    assert tend(topic=topic, verb=Verb(back), moderator=moderator, now=NOW) is None


def test_closing_from_a_date_on(topic, moderator):
    tend(topic=topic, verb=Verb.CLOSE, moderator=moderator, closes_at=NOW + timedelta(days=3), now=NOW)
    topic.refresh_from_db()
    assert not topic.is_closed(NOW)
    assert topic.is_closed(NOW + timedelta(days=3))
    tend(topic=topic, verb=Verb.OPEN, moderator=moderator, now=NOW)
    topic.refresh_from_db()
    assert not topic.is_closed(NOW + timedelta(days=9))


def test_a_moved_topic_takes_its_numbers_along_and_back(forum, topic, moderator, is_counted_right):
    reply_in(topic, now=later(3))
    reply_in(topic, state=State.WAITING)
    other = general_forum()
    decision = move(topic=topic, forum=other, moderator=moderator, now=later(4))
    other.refresh_from_db()
    forum.refresh_from_db()
    assert (other.topics_count, other.posts_count, other.last_post_at) == (1, 2, later(3))
    assert (forum.topics_count, forum.posts_count, forum.last_post_at) == (0, 0, None)
    assert is_counted_right()
    assert move(topic=topic, forum=other, moderator=moderator, now=NOW) is None
    assert undo(decision=decision, now=later(5))
    assert is_counted_right()
    assert Topic.objects.get(pk=topic.pk).forum == forum


def test_a_topic_that_waits_is_moved_too(forum, learner, moderator, is_counted_right):
    topic = topic_in(forum, learner, state=State.WAITING)
    move(topic=topic, forum=general_forum(), moderator=moderator, now=NOW)
    assert is_counted_right()


def test_split_posts_are_a_topic_with_places_of_their_own_and_the_old_one_keeps_gaps(client, topic, moderator, learner, is_counted_right):
    posts = [reply_in(topic, learner, text=f"r{number}", now=later(number)) for number in range(2, 6)]
    decision = split(topic=topic, posts=[posts[2], posts[0]], title="Of its own", moderator=moderator, now=later(9))
    made = decision.topic
    assert texts(made) == [(1, "r2"), (2, "r4")]
    assert [place for place, _text in texts(topic)] == [1, 3, 5]
    assert (made.author, made.posts_count, made.last_post_at, made.state) == (learner, 2, later(4), State.PUBLISHED)
    assert Topic.objects.get(pk=topic.pk).last_place == 5
    assert is_counted_right()
    assert client.get(f"/pt/forums/posts/{posts[2].uid}/")["Location"] == f"/pt/forums/topics/{made.uid}/#p2"
    assert "r4" in client.get(f"/pt/forums/topics/{made.uid}/").text
    reply_in(made, learner, text="goes on")
    assert is_counted_right()


def test_a_split_is_taken_back_unless_somebody_replied(topic, moderator, learner, is_counted_right):
    posts = [reply_in(topic, learner, text=f"r{number}") for number in range(2, 5)]
    before = texts(topic)
    decision = split(topic=topic, posts=posts[:2], title="Of its own", moderator=moderator, now=NOW)
    assert undo(decision=decision, now=later(1))
    assert texts(topic) == before
    assert Topic.objects.count() == 1
    assert is_counted_right()
    decision = split(topic=topic, posts=posts[:2], title="Again", moderator=moderator, now=later(2))
    reply_in(decision.topic)
    assert not undo(decision=decision, now=later(3))


def test_only_published_replies_of_the_topic_are_split_off(forum, topic, moderator):
    first, waiting = topic.posts.get(), reply_in(topic, state=State.WAITING)
    other = reply_in(topic_in(forum))
    for chosen in ([], [first], [waiting], [other], [reply_in(topic), other]):
        with pytest.raises(ValueError, match="published replies"):
            split(topic=topic, posts=chosen, title="x", moderator=moderator, now=NOW)


def test_a_split_answer_is_no_longer_the_answer_and_is_again_when_taken_back(forum, learner, moderator):
    topic = topic_in(forum, learner, is_question=True)
    answer = reply_in(topic)
    accept_answer(topic=topic, post=answer)
    decision = split(topic=topic, posts=[answer], title="x", moderator=moderator, now=NOW)
    assert Topic.objects.get(pk=topic.pk).accepted is None
    assert undo(decision=decision, now=later(1))
    assert Topic.objects.get(pk=topic.pk).accepted == answer


@pytest.mark.parametrize("is_elsewhere", [False, True])
def test_merged_topics_are_one_and_its_posts_keep_their_addresses(client, forum, topic, moderator, learner, is_counted_right, is_elsewhere):
    into = topic_in(general_forum() if is_elsewhere else forum, learner, text="into1")
    reply_in(into, text="into2", now=later(1))
    moved = [reply_in(topic, text=f"r{number}", now=later(number)) for number in (2, 3)]
    waiting = reply_in(topic, state=State.WAITING)
    places = dict(Post.objects.filter(topic=topic).values_list("pk", "place"))
    decision = merge(topic=topic, into=into, moderator=moderator, now=later(4))
    assert [place for place, _text in texts(into)] == [1, 2, 3, 4, 5]
    assert [text for _place, text in texts(into)][-2:] == ["r2", "r3"]
    assert Post.objects.get(pk=waiting.pk).topic == into
    assert is_counted_right()
    assert client.get(f"/pt/forums/posts/{moved[0].uid}/")["Location"] == f"/pt/forums/topics/{into.uid}/#p4"
    assert client.get(f"/pt/forums/topics/{topic.uid}/")["Location"] == f"/pt/forums/topics/{into.uid}/"
    assert client.post(f"/pt/forums/topics/{topic.uid}/reply/", {"text": "x"}).status_code == 404
    late = reply_in(into, text="since")
    assert undo(decision=decision, now=later(5))
    assert dict(Post.objects.filter(topic=topic).values_list("pk", "place")) == places
    assert Post.objects.get(pk=late.pk).topic == into
    assert Topic.objects.get(pk=topic.pk).state == State.PUBLISHED
    assert is_counted_right()


def test_a_topic_is_not_merged_with_itself_or_what_is_not_read(forum, topic, moderator, learner):
    for other in (topic, topic_in(forum, learner, state=State.WAITING)):
        with pytest.raises(ValueError, match="Two topics"):
            merge(topic=topic, into=other, moderator=moderator, now=NOW)
