"""Ids of mails follow from post and reader."""

from uuid import uuid4

import pytest

from forums.letters.threads import headers_of, mail_uid
from tests.factories.accounts import PersonFactory
from tests.factories.forums import general_forum, guest, reply_in, topic_in

pytestmark = pytest.mark.django_db


def test_an_id_is_always_the_same_and_never_anothers():
    one, other, stranger = PersonFactory(), PersonFactory(), guest()
    posts = [uuid4(), uuid4()]
    assert mail_uid(posts[0], one) == mail_uid(posts[0], one)
    assert len({mail_uid(post, person) for post in posts for person in (one, other, stranger)}) == 6


def test_a_thread_whose_first_message_has_gone_still_has_a_root(homes, learner):
    topic = topic_in(general_forum())
    reply = reply_in(topic)
    topic.posts.filter(place=1).delete()
    headers = headers_of([reply], learner)
    assert headers["In-Reply-To"] == headers["References"]
    assert str(mail_uid(topic.uid, learner)) in headers["References"]


def test_an_answer_to_the_first_message_names_it_once(homes, learner):
    topic = topic_in(general_forum())
    answer = reply_in(topic, parent=topic.posts.get())
    assert headers_of([answer], learner)["References"].count("<") == 1


def test_mails_of_one_forum_bear_its_list_and_others_that_of_all(homes, learner):
    first, second = (topic_in(general_forum()) for _ in range(2))
    posts = [reply_in(topic) for topic in (first, second)]
    assert headers_of(posts[:1], learner)["List-Id"].startswith(f"<{first.forum.uid.hex}.forums.")
    assert headers_of(posts, learner)["List-Id"].startswith("<forums.")
    assert "References" not in headers_of(posts, learner)
