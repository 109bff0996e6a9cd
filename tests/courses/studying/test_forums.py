"""The discussion of a module that is not open yet is neither read nor written in by one who takes part."""

import pytest
from django.urls import reverse

from forums.discussions.models import Post
from tests.factories.accounts import PersonFactory
from tests.factories.courses import reading_below
from tests.factories.forums import page_forum, topic_in
from tests.factories.learning import run

pytestmark = pytest.mark.django_db
LOCKED = '[{"type": "date", "value": "2199-03-03"}]'


@pytest.fixture
def module(modules):
    modules[1].release = LOCKED
    modules[1].save_revision().publish()
    reading_below(modules[1])
    return modules[1]


@pytest.fixture
def topic(module):
    return topic_in(page_forum(module))


def addresses(topic):
    return [reverse("forum", args=[topic.forum.uid]), reverse("topic", args=[topic.uid])]


def test_she_is_told_when_it_opens(client, enrolment, topic):
    client.force_login(enrolment.person)
    for address in addresses(topic):
        answer = client.get(address)
        assert (answer.status_code, "Opens on March 3, 2199" in answer.content.decode()) == (403, True)
        assert topic.title not in answer.content.decode()


def test_she_writes_nothing_there(client, enrolment, topic):
    client.force_login(enrolment.person)
    before = Post.objects.count()
    answer = client.post(reverse("topic-reply", args=[topic.uid]), {"text": "Early"})
    assert answer.status_code == 403
    assert Post.objects.count() == before


def test_other_modules_other_members_and_who_runs_it_are_let_in(client, enrolment, edition, modules, topic, facilitator):
    run(edition, facilitator)
    for person, found in ((enrolment.person, topic_in(page_forum(modules[0]))), (PersonFactory(), topic), (facilitator, topic)):
        client.force_login(person)
        for address in addresses(found):
            assert client.get(address).status_code == 200
