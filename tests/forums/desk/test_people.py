"""Suspending and releasing, decisions about oneself, the editors' screens."""

import csv
import io

import pytest
from django.utils import timezone

from forums.boards.models import Forum
from forums.moderation.actions import decide
from forums.moderation.choices import Verb
from forums.moderation.models import Decision, Phrase, Suspension
from tests.factories.accounts import PersonFactory
from tests.factories.forums import reply_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, moderator):
    client.force_login(moderator)
    return client


@pytest.mark.parametrize("is_guest", [False, True])
def test_a_writer_is_suspended_and_released(desk, topic, learner, visitor, is_guest):
    post = reply_in(topic, visitor if is_guest else learner)
    where = f"/en/forums/posts/{post.uid}/suspend/"
    assert desk.post(where, {"days": "7"}).status_code == 422
    assert desk.post(where, {"days": "3", "reason": "harm"}).status_code == 422
    assert desk.post(where, {"days": "7", "reason": "harm", "words": "Rest"}).status_code == 302
    page = desk.get("/en/forums/suspended/").text
    assert str(visitor if is_guest else learner) in page
    person = visitor if is_guest else learner
    assert desk.post(f"/en/forums/people/{person.uid}/release/").status_code == 302
    assert "Nobody is suspended" in desk.get("/en/forums/suspended/").text
    assert set(Decision.objects.values_list("verb", flat=True)) == {"suspend", "release"}


def test_nobody_suspends_herself(desk, topic, moderator):
    assert desk.post(f"/en/forums/posts/{reply_in(topic, moderator).uid}/suspend/", {"days": "1", "reason": "harm"}).status_code == 404
    assert not Suspension.objects.exists()


def test_a_member_reads_the_decisions_about_her_messages_only(client, topic, learner, facilitator, moderator):
    now = timezone.now()
    for writer, words in ((learner, "About Inês"), (facilitator, "About Adjoa")):
        post = reply_in(topic, writer)
        decide(post=post, verb=Verb.HIDE, moderator=moderator, reason="harm", words=words, seen="", now=now)
    assert client.get("/en/forums/decisions/").status_code == 302
    client.force_login(learner)
    text = client.get("/en/forums/decisions/").text
    assert "About Inês" in text
    assert "About Adjoa" not in text
    assert moderator.name not in text
    assert "/en/forums/decisions/" in client.get("/en/account/").text
    client.force_login(PersonFactory())
    assert "/en/forums/decisions/" not in client.get("/en/account/").text


def test_who_did_what_is_read_filtered_and_taken_along(desk, topic, moderator):
    topic.title = "=HYPERLINK(1)"
    topic.save()
    decide(post=reply_in(topic), verb=Verb.HIDE, moderator=moderator, reason="spam", seen="", now=timezone.now())
    where = "/admin/reports/decisions/"
    assert moderator.name in desk.get(where).text
    assert "=HYPERLINK" not in desk.get(f"{where}?to=2000-01-01").text
    assert desk.get(f"{where}?from=x&to=2026-99-99&p=9").status_code == 200
    sent = b"".join(desk.get(f"{where}?export=csv").streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(sent)))
    assert len(rows) == 2
    assert rows[1][1] == moderator.name
    assert rows[1][4] == "'=HYPERLINK(1)"


def test_settings_of_forums_and_templates_are_the_moderators(client, desk, forum, editor, moderator):
    where = f"/admin/forums/settings/edit/{forum.pk}/"
    fields = {"slug": "general", "rank": "3", "watched_words": "cash", "titles_pt": "Tema", "titles_fr": "Thème", "leads_pt": ""}
    assert desk.post(where, fields).status_code == 302
    forum.refresh_from_db()
    assert (forum.rank, forum.words, forum.titles, forum.checks_first_posts) == (3, ["cash"], {"pt": "Tema", "fr": "Thème"}, False)
    assert desk.post(where, {**fields, "titles_pt": ""}).status_code == 200
    assert desk.post("/admin/forums/settings/new/", {**fields, "slug": "another"}).status_code == 302
    assert Forum.objects.filter(slug="another").exists()
    assert desk.post("/admin/forums/phrases/new/", {"title": "No names", "rank": "0", "texts_fr": "Pas de noms."}).status_code == 302
    assert Phrase.objects.get().texts == {"fr": "Pas de noms."}
    assert desk.get(f"/admin/forums/settings/delete/{forum.pk}/").status_code in (302, 403, 404)
    client.force_login(editor)
    for path in (where, "/admin/forums/phrases/", "/admin/reports/decisions/", "/admin/forums/queue/"):
        assert client.get(path).status_code in (302, 403), path
    assert client.post(where, {**fields, "rank": "9"}).status_code in (302, 403)
    forum.refresh_from_db()
    assert forum.rank == 3
