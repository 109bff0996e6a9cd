"""Moderators who decide in the same moment: one decides, the others learn it; no number goes wrong."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from forums.discussions.actions import recount
from forums.discussions.choices import State
from forums.moderation.actions import decide
from forums.moderation.actions.decide import DecidedBefore
from forums.moderation.choices import Verb
from forums.moderation.models import Decision
from tests.factories.accounts import PersonFactory
from tests.factories.forums import NOW, general_forum, reply_in, topic_in

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_of_six_at_once_one_decides():
    forum = general_forum()
    post = reply_in(topic_in(forum), state=State.WAITING)
    people = [PersonFactory() for _ in range(6)]

    def press(number):
        try:
            verb = Verb.APPROVE if number % 2 else Verb.REJECT
            return decide(post=type(post).objects.get(pk=post.pk), verb=verb, moderator=people[number], seen="", now=NOW).verb
        except DecidedBefore as faster:
            return faster.decision
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(press, range(6)))
    decision = Decision.objects.get()
    assert answers.count(decision.verb) == 1
    assert answers.count(decision) == 5
    post.refresh_from_db()
    assert post.state == ("published" if decision.verb == "approve" else "rejected")
    assert recount(forum=forum) == 0
