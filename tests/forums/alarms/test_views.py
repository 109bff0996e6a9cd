"""Alarms by members and strangers, and how they are slowed."""

import pytest

from forums.alarms.views import ALARMS, MOST_HIDDEN, MOST_HIDDEN_BY_STRANGERS
from forums.discussions.actions import delete_post
from forums.discussions.choices import State
from forums.moderation.models import Report
from tests.factories.accounts import PersonFactory
from tests.factories.forums import NOW, reply_in

pytestmark = pytest.mark.django_db


def alarm(client, post, reason="spam", **more):
    return client.post(f"/en/forums/posts/{post.uid}/report/", {"reason": reason, "words": "Look", **more})


def test_strangers_and_members_raise_alarms_but_not_about_themselves(client, topic, learner):
    post = reply_in(topic, learner)
    assert alarm(client, post).status_code == 302
    assert Report.objects.get().reporter is None
    client.force_login(learner)
    assert alarm(client, post).status_code == 403
    client.force_login(PersonFactory())
    assert alarm(client, post, reason="").status_code == 422
    assert alarm(client, post, words="x" * 1001).status_code == 422
    assert alarm(client, post).status_code == 302
    assert Report.objects.count() == 2


def test_strangers_hide_a_few_an_hour_then_only_ring(client, topic, moderator):
    posts = [reply_in(topic, PersonFactory()) for _ in range(MOST_HIDDEN_BY_STRANGERS + 2)]
    for post in posts:
        assert alarm(client, post, "child").status_code == 302
        post.refresh_from_db()
    assert [post.state for post in posts].count(State.HIDDEN) == MOST_HIDDEN_BY_STRANGERS
    assert Report.objects.count() == len(posts)


def test_too_many_alarms_are_slowed_and_what_was_typed_stays(client, topic):
    post = reply_in(topic)
    client.force_login(PersonFactory())
    for _ in range(ALARMS["limit"]):
        alarm(client, post)
    answer = alarm(client, post)
    assert answer.status_code == 422
    assert "Look" in answer.text
    assert alarm(client, post, "child").status_code == 302


def test_an_alarm_that_hides_a_whole_topic_leads_to_its_forum(client, topic, moderator):
    answer = alarm(client, topic.posts.get(), "child")
    assert answer["Location"] == f"/en/forums/{topic.forum.uid}/"
    assert client.get(answer["Location"]).status_code == 200


def test_a_member_hides_more_than_strangers_but_not_without_end(client, topic, moderator):
    client.force_login(PersonFactory())
    posts = [reply_in(topic) for _ in range(MOST_HIDDEN + 1)]
    for post in posts:
        alarm(client, post, "child")
        post.refresh_from_db()
    assert [post.state for post in posts].count(State.HIDDEN) == MOST_HIDDEN


def test_strangers_elsewhere_are_not_slowed_by_one_network(client, topic, moderator):
    for _ in range(MOST_HIDDEN_BY_STRANGERS):
        alarm(client, reply_in(topic), "child")
    post = reply_in(topic)
    client.post(f"/en/forums/posts/{post.uid}/report/", {"reason": "child"}, REMOTE_ADDR="198.51.100.9")
    post.refresh_from_db()
    assert post.state == State.HIDDEN


def test_what_is_hidden_deleted_or_waits_cannot_be_reported(client, topic, learner, facilitator):
    gone = reply_in(topic, learner)
    delete_post(post=gone, now=NOW)
    waiting = reply_in(topic, learner, state=State.WAITING)
    client.force_login(facilitator)
    for post in (gone, waiting):
        assert alarm(client, post).status_code == 404
    assert not Report.objects.exists()


def test_looking_at_the_form_raises_nothing(client, topic):
    post = topic.posts.get()
    page = client.get(f"/en/forums/posts/{post.uid}/report/")
    assert page.status_code == 200
    assert "A child or a person who reports can be recognised" in page.text
    assert not Report.objects.exists()


@pytest.mark.parametrize("reason", ["", "x", "child\x00", "CHILD"])
def test_a_reason_that_is_none_is_asked_for_again(client, topic, reason):
    answer = alarm(client, topic.posts.get(), reason)
    assert answer.status_code == 422
    assert "Look" in answer.text
    assert not Report.objects.exists()


def test_the_same_member_twice_is_one_alarm(client, topic, facilitator):
    client.force_login(facilitator)
    for _ in range(2):
        assert alarm(client, topic.posts.get()).status_code == 302
    assert Report.objects.count() == 1
