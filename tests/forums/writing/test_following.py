"""The tick under a message: tell me of answers."""

from uuid import uuid4

import pytest

from forums.brakes.trap import stamp
from forums.subscriptions.models import Subscription
from forums.writing.forms import EditFirstForm, EditForm
from tests.factories.forums import NOW, reply_in

pytestmark = pytest.mark.django_db


def fields(**more):
    return {"text": "Uma pergunta.", "language": "", "token": str(uuid4()), "began": stamp(NOW)} | more


def test_a_member_who_ticks_it_follows_the_topic_from_then_on(client, topic, facilitator):
    client.force_login(facilitator)
    client.post(f"/pt/forums/topics/{topic.uid}/reply/", fields(follows="on"))
    assert Subscription.objects.get(user=facilitator, topic__isnull=False).topic == topic


def test_a_member_who_begins_a_topic_may_follow_it(client, forum, facilitator):
    client.force_login(facilitator)
    client.post(f"/pt/forums/{forum.uid}/new/", fields(title="Idade mínima", follows="on"))
    assert Subscription.objects.get(user=facilitator, topic__isnull=False).topic.title == "Idade mínima"


def test_without_the_tick_nobody_follows(client, topic, facilitator):
    client.force_login(facilitator)
    client.post(f"/pt/forums/topics/{topic.uid}/reply/", fields())
    assert not Subscription.objects.filter(user=facilitator, topic__isnull=False).exists()


def test_the_same_form_twice_is_one_subscription(client, topic, facilitator):
    client.force_login(facilitator)
    data = fields(follows="on")
    for _time in range(2):
        client.post(f"/pt/forums/topics/{topic.uid}/reply/", data)
    assert Subscription.objects.filter(user=facilitator, topic=topic).count() == 1


def test_an_edit_does_not_ask(client, topic, learner):
    post = reply_in(topic, learner)
    client.force_login(learner)
    assert 'name="follows"' not in client.get(f"/pt/forums/posts/{post.uid}/edit/").text
    for form in (EditForm, EditFirstForm):
        assert "follows" not in form().fields


def test_a_guest_follows_only_once_she_has_confirmed(client, topic):
    typed = fields(name="Awa", email="awa@example.org", is_accepted="on", is_of_age="on", follows="on")
    assert client.post(f"/pt/forums/topics/{topic.uid}/reply/", typed).status_code == 302
    assert not Subscription.objects.filter(guest__isnull=False).exists()
