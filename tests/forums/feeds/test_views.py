"""The feeds of forums and topics."""

from uuid import uuid4
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.audience.actions import set_level
from forums.discussions import actions as discussions
from forums.discussions.choices import Source, State
from forums.discussions.models import Topic
from forums.feeds.queries import MOST
from tests.factories.content import page_below
from tests.factories.forums import NOW, later, page_forum, reply_in, topic_in

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def of_forum(forum):
    return f"/pt/forums/{forum.uid}/feed/"


def of_topic(topic):
    return f"/pt/forums/topics/{topic.uid}/feed/"


def read(answer):
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert b"<!DOCTYPE" not in answer.content
    return ElementTree.fromstring(answer.content)  # noqa: S314 - our own, and without a DOCTYPE


def entries(answer):
    return read(answer).findall(f"{ATOM}entry")


def texts(answer):
    return [entry.find(f"{ATOM}content").text for entry in entries(answer)]


def test_an_entry_says_who_wrote_what_when_and_in_which_language(client, topic, visitor):
    post = reply_in(topic, visitor, text="Chez nous, *non* : les enfants partent au champ.", now=later(5))
    for where in (of_forum(topic.forum), of_topic(topic)):
        feed = read(client.get(where))
        assert feed.get(LANG) == "pt"
        assert feed.find(f"{ATOM}id").text.startswith("urn:uuid:")
        first = feed.findall(f"{ATOM}entry")[0]
        assert first.get(LANG) == "fr"
        assert first.find(f"{ATOM}id").text == f"urn:uuid:{post.uid}"
        assert first.find(f"{ATOM}author/{ATOM}name").text == "Awa Diop"
        assert first.find(f"{ATOM}link").get("href").endswith(f"/pt/forums/posts/{post.uid}/")
        assert first.find(f"{ATOM}link").get("href").startswith("http")
        content = first.find(f"{ATOM}content")
        assert content.get("type") == "html"
        assert "<em>non</em>" in content.text
        assert "awa@example.org" not in client.get(where).text


def test_what_is_taken_down_vanishes_at_once(client, topic, learner):
    hidden, deleted, waiting = (reply_in(topic, learner, text=f"unspeakable {number}") for number in range(3))
    discussions.take_down(post=hidden, state=State.HIDDEN, now=later(1))
    discussions.delete_post(post=deleted, now=later(1))
    discussions.take_down(post=waiting, state=State.HIDDEN, now=later(1))
    reply_in(topic, learner, text="unspeakable waiting", state=State.WAITING)
    for where in (of_forum(topic.forum), of_topic(topic)):
        assert "unspeakable" not in client.get(where).text
        assert len(entries(client.get(where))) == 1


def test_a_topic_taken_down_has_no_feed_and_is_in_none(client, topic):
    reply_in(topic, text="unspeakable")
    discussions.take_down(post=topic.posts.get(place=1), state=State.HIDDEN, now=later(1))
    assert client.get(of_topic(topic)).status_code == 404
    assert "unspeakable" not in client.get(of_forum(topic.forum)).text


def test_closed_pages_have_no_feed_for_anybody(client, cast, homes, learner):
    page = page_below(homes["pt"])
    topic = topic_in(page_forum(page), learner)
    set_level(translation_key=page.translation_key, level="members", now=NOW)
    for role, person in cast.items():
        client.logout()
        if role != "stranger":
            client.force_login(person)
        assert client.get(of_topic(topic)).status_code == 404
        assert client.get(of_forum(topic.forum)).status_code == 404


def test_what_does_not_exist_is_not_found_and_nothing_is_posted(client, topic):
    assert client.get(f"/pt/forums/{uuid4()}/feed/").status_code == 404
    assert client.get(f"/pt/forums/topics/{uuid4()}/feed/").status_code == 404
    assert client.post(of_topic(topic)).status_code == 405


def test_a_feed_is_thirty_posts_at_most_newest_first(client, topic, forum):
    for number in range(MOST + 5):
        reply_in(topic, text=f"number {number}.", now=later(number))
    other = topic_in(forum, text="newest of all", now=later(99))
    assert len(entries(client.get(of_topic(topic)))) == MOST
    assert f"number {MOST + 4}." in texts(client.get(of_topic(topic)))[0]
    found = texts(client.get(of_forum(forum)))
    assert len(found) == MOST
    assert "newest of all" in found[0]
    assert f"number {MOST + 4}." in found[1]
    assert Topic.objects.filter(pk=other.pk).exists()


def test_who_has_it_is_not_sent_it_again(client, topic):
    answer = client.get(of_topic(topic))
    assert "no-cache" in answer["Cache-Control"]
    assert client.get(of_topic(topic), headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert client.get(of_topic(topic), headers={"If-Modified-Since": answer["Last-Modified"]}).status_code == 304
    reply_in(topic, text="more", now=later(9))
    assert client.get(of_topic(topic), headers={"If-None-Match": answer["ETag"]}).status_code == 200
    assert client.get(of_topic(topic), headers={"If-Modified-Since": answer["Last-Modified"]}).status_code == 200


def test_who_has_a_post_that_was_taken_down_is_sent_the_feed_again(client, topic):
    post = reply_in(topic, text="unspeakable", now=later(1))
    answer = client.get(of_topic(topic))
    discussions.take_down(post=post, state=State.HIDDEN, now=later(2))
    for headers in ({"If-None-Match": answer["ETag"]}, {"If-Modified-Since": answer["Last-Modified"]}):
        assert client.get(of_topic(topic), headers=headers).status_code == 200


def test_an_empty_feed_is_whole_and_stays_the_same(client, forum):
    first = client.get(of_forum(forum))
    assert entries(first) == []
    assert client.get(of_forum(forum), headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_hostile_texts_stay_inert_and_the_feed_is_well_formed(client, forum, learner):
    learner.name = 'Eve <script>alert("n")</script>\x0b'
    learner.save()
    hostile = "]]> <script>alert(1)</script> <img src=x onerror=alert(1)> [a](javascript:alert(1)) \x08\x0b &lt;script&gt; \ufffe"
    topic = topic_in(forum, learner, title="T </title><script>alert(2)</script> \x01\x0c ]]>", text=hostile)
    for where in (of_forum(forum), of_topic(topic)):
        for entry in entries(client.get(where)):
            assert "<" not in entry.find(f"{ATOM}title").get("type", "")
            soup = BeautifulSoup(entry.find(f"{ATOM}content").text, "html.parser")
            assert not soup.find(["script", "img", "style", "iframe"])
            assert not [name for tag in soup.find_all(True) for name in tag.attrs if name.startswith("on")]
            assert not [tag for tag in soup.find_all("a") if "javascript" in tag.get("href", "")]
        assert b"<script" not in client.get(where).content


def test_a_post_whose_language_is_not_known_says_so(client, topic):
    post = reply_in(topic, text="Ok", language="pt")
    discussions.say_language(post=post, language="", source=Source.MODERATOR)
    assert entries(client.get(of_topic(topic)))[0].get(LANG) == ""


def test_a_feed_costs_the_same_with_one_and_with_three(client, topic):
    for where in (of_forum(topic.forum), of_topic(topic)):
        counts = []
        for _ in range(2):
            client.get(where)
            with CaptureQueriesContext(connection) as asked:
                client.get(where)
            counts.append(len(asked))
            for _ in range(2):
                reply_in(topic)
        assert counts[0] == counts[1] <= 6


def test_pages_tell_of_their_feeds(client, topic):
    for page, feed in ((f"/pt/forums/{topic.forum.uid}/", of_forum(topic.forum)), (f"/pt/forums/topics/{topic.uid}/", of_topic(topic))):
        link = BeautifulSoup(client.get(page).text, "html.parser").find("link", rel="alternate", type="application/atom+xml", href=feed)
        assert link is not None
