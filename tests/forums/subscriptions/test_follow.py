"""Following, changing one's mind, handing over."""

import pytest

from forums.discussions.choices import State
from forums.subscriptions.actions import hand_over, silence, subscribe, unsubscribe
from forums.subscriptions.choices import Reason, Rhythm
from forums.subscriptions.followers import by
from forums.subscriptions.models import News, Subscription
from forums.subscriptions.queries import general_rhythm, subscription_of, subscriptions_of
from tests.factories.forums import NOW, general_forum, later, reply_in, topic_in

pytestmark = pytest.mark.django_db


def news_of(post, reason, **who):
    return News.objects.create(post=post, reason=reason, made_at=NOW, due_at=NOW, **who)


@pytest.fixture(params=["member", "guest"])
def follower(request, learner, visitor):
    return learner if request.param == "member" else visitor


def test_whoever_follows_twice_follows_once(topic, follower):
    first = subscribe(follower=follower, topic=topic, now=NOW)
    again = subscribe(follower=follower, topic=topic, now=later(5))
    assert first == again
    assert Subscription.objects.get().made_at == NOW


def test_a_rhythm_that_was_chosen_stays_until_another_is_chosen(topic, follower):
    subscribe(follower=follower, topic=topic, rhythm=Rhythm.WEEKLY, now=NOW)
    assert subscribe(follower=follower, topic=topic, now=NOW).rhythm == Rhythm.WEEKLY
    assert subscribe(follower=follower, topic=topic, rhythm=Rhythm.DAILY, now=NOW).rhythm == Rhythm.DAILY


def test_without_a_word_one_follows_in_the_rhythm_of_ones_answers(topic, forum, follower):
    assert general_rhythm(follower) == Rhythm.AT_ONCE
    subscribe(follower=follower, rhythm=Rhythm.DAILY, now=NOW)
    assert subscribe(follower=follower, topic=topic, now=NOW).rhythm == Rhythm.DAILY
    assert subscribe(follower=follower, forum=forum, rhythm=Rhythm.NEVER, now=NOW).rhythm == Rhythm.NEVER
    assert {(row.topic, row.forum) for row in subscriptions_of(follower)} == {(topic, None), (None, forum)}


def test_a_topic_and_its_forum_are_two_wishes(topic, forum, follower):
    subscribe(follower=follower, topic=topic, now=NOW)
    subscribe(follower=follower, forum=forum, now=NOW)
    assert unsubscribe(follower=follower, topic=topic, now=NOW) is True
    assert unsubscribe(follower=follower, topic=topic, now=NOW) is False
    assert subscription_of(follower, forum=forum)
    assert subscription_of(follower, topic=topic) is None


def test_answers_and_mentions_are_told_until_they_are_turned_off(follower):
    assert unsubscribe(follower=follower, now=NOW) is True
    assert unsubscribe(follower=follower, now=NOW) is False
    assert general_rhythm(follower) == Rhythm.NEVER
    assert not subscriptions_of(follower).exists()


def test_what_was_still_to_be_mailed_of_a_topic_is_not_and_the_rest_is(topic, forum, learner):
    other = topic_in(forum)
    told = news_of(reply_in(topic), Reason.TOPIC, user=learner)
    kept = [
        news_of(reply_in(topic), Reason.ANSWER, user=learner),
        news_of(reply_in(other), Reason.TOPIC, user=learner),
        news_of(reply_in(other), Reason.FORUM, user=learner),
    ]
    unsubscribe(follower=learner, topic=topic, now=NOW)
    told.refresh_from_db()
    assert told.due_at is None
    assert all(News.objects.get(pk=row.pk).due_at for row in kept)
    subscribe(follower=learner, forum=forum, rhythm=Rhythm.NEVER, now=NOW)
    unsubscribe(follower=learner, now=NOW)
    assert [News.objects.get(pk=row.pk).due_at is None for row in kept] == [True, False, True]


def test_a_rhythm_is_silenced_as_a_whole_and_the_others_go_on(topic, forum, follower):
    subscribe(follower=follower, topic=topic, rhythm=Rhythm.DAILY, now=NOW)
    subscribe(follower=follower, forum=forum, rhythm=Rhythm.WEEKLY, now=NOW)
    daily, weekly = (news_of(reply_in(topic), reason, **by(follower)) for reason in (Reason.TOPIC, Reason.FORUM))
    assert silence(follower=follower, rhythm=Rhythm.DAILY, now=NOW) == 1
    assert News.objects.get(due_at=None) == daily
    assert News.objects.exclude(due_at=None).get() == weekly
    assert silence(follower=follower, rhythm=Rhythm.DAILY, now=NOW) == 0
    assert subscription_of(follower, topic=topic).rhythm == Rhythm.NEVER
    assert subscription_of(follower, forum=forum).rhythm == Rhythm.WEEKLY
    assert general_rhythm(follower) == Rhythm.AT_ONCE
    assert silence(follower=follower, rhythm=Rhythm.AT_ONCE, now=NOW) == 1
    assert general_rhythm(follower) == Rhythm.NEVER


def test_an_account_takes_over_what_its_guest_followed(topic, forum, visitor, learner):
    other = topic_in(general_forum(), state=State.PUBLISHED)
    subscribe(follower=visitor, topic=topic, rhythm=Rhythm.WEEKLY, now=NOW)
    subscribe(follower=learner, topic=topic, rhythm=Rhythm.DAILY, now=NOW)
    subscribe(follower=visitor, topic=other, now=NOW)
    both, only = reply_in(topic), reply_in(topic)
    for who in ({"guest": visitor}, {"user": learner}):
        news_of(both, Reason.TOPIC, **who)
    news_of(only, Reason.TOPIC, guest=visitor)
    for _ in range(2):
        hand_over(guest=visitor, user=learner)
        assert {(row.topic_id, row.rhythm) for row in Subscription.objects.filter(user=learner)} == {
            (topic.pk, Rhythm.DAILY),
            (other.pk, Rhythm.AT_ONCE),
        }
        assert sorted(News.objects.values_list("user", "post")) == sorted([(learner.pk, both.pk), (learner.pk, only.pk)])
        assert not Subscription.objects.filter(guest=visitor).exists()
