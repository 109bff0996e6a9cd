"""Topics tended at the desk."""

import pytest
from django.utils import timezone

from forums.discussions.models import Post, Topic
from tests.factories.forums import general_forum, reply_in, topic_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, moderator):
    client.force_login(moderator)
    return client


def go(desk, topic, page, **fields):
    return desk.post(f"/en/forums/topics/{topic.uid}/{page}/", fields)


def test_close_open_pin_and_close_from_a_date(desk, topic):
    for verb, field, after in (
        ("close", "closed_at", True),
        ("open", "closed_at", False),
        ("pin", "is_pinned", True),
        ("unpin", "is_pinned", False),
    ):
        assert go(desk, topic, "tend", verb=verb).status_code == 302
        topic.refresh_from_db()
        assert bool(getattr(topic, field)) is after, verb
    go(desk, topic, "tend", verb="close", closes_on="2099-01-02")
    topic.refresh_from_db()
    assert not topic.is_closed(timezone.now())
    assert topic.closes_at.year == 2099


@pytest.mark.parametrize("fields", [{"verb": "explode"}, {"verb": "close", "closes_on": "never"}, {}])
def test_a_wrong_form_changes_nothing(desk, topic, fields):
    assert go(desk, topic, "tend", **fields).status_code in (200, 422)
    topic.refresh_from_db()
    assert topic.closed_at is None


def test_move(desk, topic):
    other = general_forum()
    assert go(desk, topic, "move", forum="999999").status_code == 422
    assert go(desk, topic, "move", forum=other.pk).status_code == 302
    topic.refresh_from_db()
    assert topic.forum == other


def test_merge_by_address(desk, forum, topic, learner):
    into = topic_in(forum, learner)
    for address in ("", "nonsense", f"https://x.example/{topic.uid}/", "0" * 499):
        answer = go(desk, topic, "merge", into=address)
        assert answer.status_code == 422
    assert go(desk, topic, "merge", into=f" http://localhost/fr/forums/topics/{into.uid}/?page=2#p1 ").status_code == 302
    assert Post.objects.filter(topic=into).count() == 2


def test_split(desk, topic):
    reply, other = reply_in(topic, text="goes"), reply_in(topic, text="stays")
    assert "goes" in desk.get(f"/en/forums/topics/{topic.uid}/split/").text
    for fields in ({}, {"title": "T"}, {"title": "", "posts": [reply.uid]}, {"title": "T", "posts": ["x"]}):
        assert go(desk, topic, "split", **fields).status_code == 422
    answer = go(desk, topic, "split", title="Of its own", posts=[reply.uid])
    made = Topic.objects.get(title="Of its own")
    assert answer["Location"] == f"/en/forums/topics/{made.uid}/"
    assert Post.objects.get(pk=other.pk).topic == topic
    assert desk.get(f"/en/forums/topics/{topic.uid}/split/?after=x").status_code == 200
