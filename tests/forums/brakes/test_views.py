"""The brakes at the form: what was typed stays, the sentence stands beside its field, the next try goes through."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.utils import timezone

from forums.brakes.trap import stamp
from forums.discussions.models import Post
from forums.moderation.actions import suspend
from tests.factories.forums import NOW, reply_in

pytestmark = pytest.mark.django_db
LONG = "These words are long enough to be known again."


def fields(**more):
    return {"text": LONG, "language": "", "token": str(uuid4()), "began": stamp(NOW)} | more


TRAPS = [{"website": "https://spam.example"}, {"began": stamp(datetime(2100, 1, 1, tzinfo=UTC))}]


@pytest.mark.parametrize("wrong", TRAPS, ids=["trap", "future"])
def test_a_refused_form_keeps_the_text_and_a_new_try_is_kept(client, topic, learner, wrong):
    client.force_login(learner)
    where = f"/en/forums/topics/{topic.uid}/reply/"
    answer = client.post(where, fields(**wrong))
    assert answer.status_code == 422
    assert LONG in answer.text
    assert "once more" in answer.text
    assert client.post(where, fields()).status_code == 302
    assert Post.objects.filter(text=LONG).count() == 1


def test_the_form_carries_a_stamp_and_a_field_that_nobody_sees(client, topic, learner):
    client.force_login(learner)
    page = client.get(f"/en/forums/topics/{topic.uid}/reply/").text
    assert 'name="began" value="' in page
    assert 'name="website" tabindex="-1"' in page


def test_a_repeat_leads_to_where_the_text_stands(client, topic, learner):
    post = reply_in(topic, learner, text=LONG, now=timezone.now())
    client.force_login(learner)
    answer = client.post(f"/en/forums/topics/{topic.uid}/reply/", fields())
    assert answer.status_code == 422
    assert f'<a href="/en/forums/posts/{post.uid}/">' in answer.text


def test_a_suspended_member_reads_why_and_loses_nothing(client, topic, learner, moderator):
    suspend(person=learner, moderator=moderator, reason="harm", ends_at=None, now=NOW)
    client.force_login(learner)
    answer = client.post(f"/en/forums/topics/{topic.uid}/reply/", fields())
    assert answer.status_code == 422
    assert LONG in answer.text
    assert "until a moderator releases you" in answer.text
    assert client.get(f"/en/forums/topics/{topic.uid}/").status_code == 200


def test_a_preview_is_not_weighed(client, topic, learner):
    client.force_login(learner)
    assert client.post(f"/en/forums/topics/{topic.uid}/reply/", fields(website="x", preview="1")).status_code == 200


def test_a_suspended_member_changes_nothing_that_she_wrote(client, topic, learner, moderator):
    post = reply_in(topic, learner, text="As it was")
    suspend(person=learner, moderator=moderator, reason="harm", ends_at=None, now=NOW)
    client.force_login(learner)
    answer = client.post(f"/en/forums/posts/{post.uid}/edit/", fields(text="Spam now"))
    assert answer.status_code == 422
    assert "Spam now" in answer.text
    post.refresh_from_db()
    assert post.text == "As it was"
