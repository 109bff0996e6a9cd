"""Several workers at the same mails: each person gets one."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from forums.letters.actions import mail_due
from forums.subscriptions.actions import subscribe, tell
from forums.subscriptions.models import News
from mail.models import Message
from tests.factories.content import site_tree
from tests.factories.forums import NOW, general_forum, guest, reply_in, topic_in

READERS = 15


def work(_number: int) -> int:
    try:
        return mail_due(now=NOW)
    finally:
        connections.close_all()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_three_workers_at_once_write_one_mail_to_each():
    site_tree()
    topic = topic_in(general_forum())
    for _ in range(READERS):
        subscribe(follower=guest(), topic=topic, now=NOW)
    tell(post_id=reply_in(topic, topic.author).pk, now=NOW)
    with ThreadPoolExecutor(3) as workers:
        written = list(workers.map(work, range(3)))
    assert sum(written) == READERS
    assert Message.objects.values("to").distinct().count() == Message.objects.count() == READERS
    assert not News.objects.filter(mailed_at=None).exists()
