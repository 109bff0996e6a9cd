"""Several presses at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection

from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from forums.guestbook.actions import confirm
from forums.guests.actions import meet
from forums.guests.models import Guest
from tests.factories.forums import NOW, general_forum, guest, reply_in, topic_in

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def at_once(times, work):
    """Do the same in several threads, each with a connection of its own; return what each answered."""

    def closing(_number):
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(closing, range(times)))


def test_five_presses_publish_once():
    visitor = guest()
    topic = topic_in(general_forum())
    post = reply_in(topic, visitor, state=State.UNCONFIRMED)

    def press():
        mine = Post.objects.select_related("topic__forum").get(pk=post.pk)
        return confirm(guest=Guest.objects.get(pk=visitor.pk), post=mine, owner=None, follows=True, language="fr", now=NOW)

    answers = at_once(5, press)
    assert sorted(answers, key=str) == sorted([State.PUBLISHED, None, None, None, None], key=str)
    assert Topic.objects.get(pk=topic.pk).posts_count == 2


def test_five_first_words_from_one_address_are_one_guest():
    email = f"{uuid4().hex}@example.org"
    people = at_once(5, lambda: meet(email=email, name="Awa", language="fr", now=NOW).pk)
    assert len(set(people)) == 1
