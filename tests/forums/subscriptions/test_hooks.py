"""What subscriptions answer to the house: personal data, erasure, sweeps, names."""

import json

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django_q.models import OrmQ
from wagtail import hooks

from accounts.actions import erase
from forums.subscriptions.actions import erase as erase_follower
from forums.subscriptions.actions import subscribe
from forums.subscriptions.choices import Rhythm
from forums.subscriptions.models import News, Subscription
from jobs.actions import sweep
from mail.models import Message
from mail.queries import kind_label
from tests.factories.forums import NOW, later, reply_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(topic, learner, facilitator, visitor, tells):
    for person in (learner, facilitator, visitor):
        subscribe(follower=person, topic=topic, rhythm=Rhythm.DAILY, now=NOW)
    post = reply_in(topic)
    tells(post)
    return post


def test_a_members_file_has_what_she_follows_and_her_news(told, learner, topic):
    found = {}
    for answer in hooks.get_hooks("personal_data"):
        found |= answer(learner)
    file = json.loads(json.dumps(found, cls=DjangoJSONEncoder))
    (wish,), (line,) = file["subscriptions"], file["news"]
    assert (wish["topic__title"], wish["rhythm"]) == (topic.title, "daily")
    assert (line["post__uid"], line["reason"]) == (str(told.uid), "topic")


def test_whoever_leaves_takes_hers_along_and_others_keep_theirs(told, learner, visitor):
    for _ in range(2):
        erase(person=learner, now=later(5))
    assert not Subscription.objects.filter(user=learner).exists()
    assert not News.objects.filter(user=learner).exists()
    assert Subscription.objects.count() == News.objects.count() == 2
    assert erase_follower(follower=visitor) == 2
    assert erase_follower(follower=visitor) == 0


def test_the_sweep_queues_mails_that_are_due_and_nothing_else(told):
    OrmQ.objects.all().delete()
    sweep(now=later(1))
    names = [name for fn in hooks.get_hooks("sweeps") for name, _ in fn()]
    assert {"mails of news", "old news"} <= set(names)
    assert Message.objects.count() == 0
    before = OrmQ.objects.count()
    sweep(now=later(60 * 24))
    assert OrmQ.objects.count() == before + 1


def test_the_sweep_forgets_old_news(told):
    sweep(now=later(60 * 24 * 100))
    assert not News.objects.exists()


def test_the_mails_have_a_name_that_readers_understand():
    assert kind_label("forum-news")
