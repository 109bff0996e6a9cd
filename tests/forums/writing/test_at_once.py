"""Fifty people post into one topic at the same moment: no error, no post lost, every place once, every counter true."""

from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connections
from django.test import Client

from forums.boards.models import Forum
from forums.discussions.actions import recount
from forums.discussions.models import Post, Topic
from tests.factories.accounts import PersonFactory
from tests.factories.forums import general_forum, topic_in

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
PEOPLE = 50


@pytest.fixture
def place():
    return topic_in(general_forum())


def all_at_once(work, arguments):
    """Run one thread for each argument, all begun together; return what they answered."""
    begin, answers = Barrier(len(arguments)), []

    def run(argument):
        try:
            begin.wait(timeout=60)
            answers.append(work(argument))
        except Exception as error:
            answers.append(error)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(argument,)) for argument in arguments]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    return answers


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def sender(topic):
    def send(pair):
        client, token = pair
        fields = {"text": f"Ao mesmo tempo {token}", "language": "pt", "token": str(token)}
        return client.post(f"/pt/forums/topics/{topic.uid}/reply/", fields).status_code

    return send


def test_fifty_people_at_once_lose_nothing(place):
    clients = [signed_in(PersonFactory()) for _ in range(PEOPLE)]
    answers = all_at_once(sender(place), [(client, uuid4()) for client in clients])
    assert answers == [302] * PEOPLE
    place.refresh_from_db()
    assert sorted(Post.objects.filter(topic=place).values_list("place", flat=True)) == list(range(1, PEOPLE + 2))
    assert (place.posts_count, place.last_place) == (PEOPLE + 1, PEOPLE + 1)
    assert Forum.objects.get(pk=place.forum_id).posts_count == PEOPLE + 1
    assert recount(forum=place.forum) == 0


def test_the_same_form_sent_five_times_at_once_is_one_post(place):
    client, token = signed_in(PersonFactory()), uuid4()
    copies = [Client() for _ in range(5)]
    for copy in copies:
        copy.cookies = client.cookies
    answers = all_at_once(sender(place), [(copy, token) for copy in copies])
    assert answers == [302] * 5
    assert Post.objects.filter(token=token).count() == 1
    assert Topic.objects.get(pk=place.pk).posts_count == 2
