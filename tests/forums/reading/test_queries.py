"""Lists of topics, page by page."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forums.discussions.models import Topic
from forums.reading.cursor import Cursor
from forums.reading.queries import TOPICS_PER_PAGE, topics_page
from tests.factories.forums import NOW, general_forum, topic_in

pytestmark = pytest.mark.django_db


def walked(forum):
    """Return the ids of all topics as a reader meets them, page by page."""
    met, after = [], None
    while True:
        picked = topics_page(Topic.objects.published().filter(forum=forum), None, after)
        met.append([topic.pk for topic in picked.topics])
        if picked.following is None:
            return met
        after = Cursor.read(str(picked.following))


@pytest.mark.parametrize("pinned", [0, 2, TOPICS_PER_PAGE, TOPICS_PER_PAGE + 3])
def test_each_topic_is_met_once_in_order_though_many_were_written_in_at_the_same_moment(db, pinned):
    forum = general_forum()
    topics = [topic_in(forum) for _ in range(2 * TOPICS_PER_PAGE + 5)]
    for number, topic in enumerate(topics):
        Topic.objects.filter(pk=topic.pk).update(is_pinned=number < pinned, last_post_at=NOW + timedelta(microseconds=number // 7))
    wanted = list(Topic.objects.filter(forum=forum).in_order().values_list("pk", flat=True))
    met = walked(forum)
    assert [pk for page in met for pk in page] == wanted
    assert [len(page) for page in met] == [TOPICS_PER_PAGE, TOPICS_PER_PAGE, 5]


@pytest.mark.parametrize("word", ["", "x", "0-1", "2-1-1", "0-1-x", "0--1", "٠-1-1", f"0-{10**17}-1", f"0-1-{2**63}", "0-1-1-1", "9" * 60])
def test_a_word_that_is_no_cursor_begins_at_the_top(word):
    assert Cursor.read(word) is None


def test_a_cursor_is_its_own_word():
    cursor = Cursor(True, NOW + timedelta(microseconds=123457), 42)
    assert Cursor.read(str(cursor)) == cursor


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads so small a table whole; its plan is proven with a grown one")
def test_a_later_page_enters_the_index_in_its_middle():
    topic = topic_in(general_forum())
    with CaptureQueriesContext(connection) as asked:
        topics_page(Topic.objects.published().filter(forum=topic.forum), None, Cursor(False, NOW, topic.pk))
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {asked[0]['sql']}")
        plan = " ".join(str(row) for row in cursor.fetchall())
    assert "topics_of_a_forum (forum_id=? AND is_pinned=? AND last_post_at<?)" in plan
