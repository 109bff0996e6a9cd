"""The link in a mail: GET asks, POST stops exactly what the mail was about, for exactly its reader."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import signing
from django.test import Client

from accounts.actions import erase
from forums.letters.stopping import GENERAL, SALT, VALID_SECONDS, Stop, read_token, stop_url, token_for
from forums.subscriptions.actions import subscribe
from forums.subscriptions.choices import Rhythm
from forums.subscriptions.models import Subscription
from forums.subscriptions.queries import general_rhythm, subscription_of
from tests.factories.forums import NOW, topic_in

pytestmark = pytest.mark.django_db
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def link(person, *things, kind="user"):
    return stop_url(Stop(kind, person.uid, things), "pt").removeprefix("https://academy.example.org")


@pytest.fixture
def reader():
    """A mail reader: no cookie, and whatever checks there are."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture(params=["member", "guest"])
def follower(request, learner, visitor):
    return learner if request.param == "member" else visitor


@pytest.fixture
def of(follower):
    """Make a link of the follower's."""
    kind = "guest" if hasattr(follower, "claimed_by") else "user"
    return lambda *things: link(follower, *things, kind=kind)


def test_looking_at_the_page_stops_nothing(client, reader, topic, follower, of):
    subscribe(follower=follower, topic=topic, now=NOW)
    url = of(("t", topic.uid.hex))
    for who in (client, reader):
        for _ in range(2):
            answer = who.get(url)
            assert answer.status_code == 200
            assert 'name="stop"' in answer.text
        assert who.head(url).status_code == 200
    assert subscription_of(follower, topic=topic).rhythm == Rhythm.AT_ONCE
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


def test_one_click_stops_a_topic_and_leaves_the_rest(reader, topic, forum, follower, of, learner, visitor):
    other = topic_in(forum)
    for thing in ({"topic": topic}, {"topic": other}, {"forum": forum}):
        for person in (learner, visitor):
            subscribe(follower=person, now=NOW, **thing)
    for _ in range(2):
        answer = reader.post(of(("t", topic.uid.hex)), ONE_CLICK)
        assert answer.status_code == 200
        assert 'name="resume"' in answer.text
    assert subscription_of(follower, topic=topic).rhythm == Rhythm.NEVER
    assert Subscription.objects.filter(rhythm=Rhythm.NEVER).count() == 1
    assert general_rhythm(follower) == Rhythm.AT_ONCE


@pytest.mark.parametrize("name", ["forum", "general"])
def test_a_forum_and_the_answers_are_stopped_each_for_itself(reader, topic, forum, follower, of, name):
    subscribe(follower=follower, topic=topic, now=NOW)
    subscribe(follower=follower, forum=forum, now=NOW)
    reader.post(of(("f", forum.uid.hex) if name == "forum" else GENERAL), ONE_CLICK)
    assert subscription_of(follower, topic=topic).rhythm == Rhythm.AT_ONCE
    assert (subscription_of(follower, forum=forum).rhythm == Rhythm.NEVER) is (name == "forum")
    assert (general_rhythm(follower) == Rhythm.NEVER) is (name == "general")


def test_a_digest_is_stopped_as_one(reader, topic, forum, follower, of):
    subscribe(follower=follower, topic=topic, rhythm=Rhythm.DAILY, now=NOW)
    subscribe(follower=follower, forum=forum, rhythm=Rhythm.WEEKLY, now=NOW)
    answer = reader.post(of(("r", "daily")), ONE_CLICK)
    assert 'name="resume"' not in answer.text
    assert subscription_of(follower, topic=topic).rhythm == Rhythm.NEVER
    assert subscription_of(follower, forum=forum).rhythm == Rhythm.WEEKLY


def test_what_was_stopped_can_be_had_again(reader, topic, follower, of):
    url = of(("t", topic.uid.hex), GENERAL)
    reader.post(url, ONE_CLICK)
    assert (subscription_of(follower, topic=topic).rhythm, general_rhythm(follower)) == (Rhythm.NEVER, Rhythm.NEVER)
    assert 'name="stop"' in reader.post(url, {"resume": "1"}).text
    assert (subscription_of(follower, topic=topic).rhythm, general_rhythm(follower)) == (Rhythm.AT_ONCE, Rhythm.AT_ONCE)


def test_a_wish_that_had_ended_does_not_come_back_through_the_forum(reader, topic, forum, follower, of):
    subscribe(follower=follower, forum=forum, now=NOW)
    reader.post(of(("t", topic.uid.hex)), ONE_CLICK)
    assert subscription_of(follower, topic=topic).rhythm == Rhythm.NEVER
    assert subscription_of(follower, forum=forum).rhythm == Rhythm.AT_ONCE


def test_whoever_is_signed_in_stops_what_the_link_says_and_nothing_of_her_own(client, topic, learner, facilitator):
    for person in (learner, facilitator):
        subscribe(follower=person, topic=topic, now=NOW)
    client.force_login(facilitator)
    client.post(link(learner, ("t", topic.uid.hex)), ONE_CLICK)
    assert subscription_of(learner, topic=topic).rhythm == Rhythm.NEVER
    assert subscription_of(facilitator, topic=topic).rhythm == Rhythm.AT_ONCE


def test_a_link_to_a_guest_stops_for_the_account_that_she_has_by_now(reader, topic, visitor, learner):
    subscribe(follower=learner, topic=topic, now=NOW)
    visitor.claimed_by = learner
    visitor.save()
    reader.post(link(visitor, ("t", topic.uid.hex), kind="guest"), ONE_CLICK)
    assert subscription_of(learner, topic=topic).rhythm == Rhythm.NEVER


def test_links_that_were_forged_cut_or_made_for_something_else_are_refused(reader, topic, learner, caplog):
    subscribe(follower=learner, topic=topic, now=NOW)
    good = link(learner, ("t", topic.uid.hex)).rstrip("/")
    words = good.rpartition("/")[2]
    others = signing.dumps(["user", learner.uid.hex, f"t{topic.uid.hex}"], salt="mail.stop")
    wrong = [words[:-1], words[1:], words + "x", "x", "a" * 5000, others]
    odd = [[], ["user"], ["user", "no id", "g"], ["user", learner.uid.hex, ""], ["user", learner.uid.hex, 5], 7, None, {}]
    odd += [["user", learner.uid.hex, word] for word in ("rhourly", "z", "tx", "gg", "f")]
    wrong += [signing.dumps(value, salt=SALT) for value in odd]
    for word in wrong:
        url = f"{good.rpartition('/')[0]}/{word}/"
        for answer in (reader.get(url), reader.post(url, ONE_CLICK)):
            assert answer.status_code == 404, word[:80]
    assert Subscription.objects.get().rhythm == Rhythm.AT_ONCE
    assert "forged or cut" in caplog.text


def test_a_link_that_is_too_old_says_so_and_stops_nothing(reader, topic, learner, monkeypatch):
    subscribe(follower=learner, topic=topic, now=NOW)
    made = signing.time.time
    monkeypatch.setattr(signing.time, "time", lambda: made() - VALID_SECONDS - 60)
    url = link(learner, ("t", topic.uid.hex))
    monkeypatch.undo()
    for answer in (reader.get(url), reader.post(url, ONE_CLICK)):
        assert answer.status_code == 410
        assert "<form" not in answer.text.partition("<main")[2].partition("</main")[0]
    assert Subscription.objects.get().rhythm == Rhythm.AT_ONCE


def test_a_link_to_what_has_gone_is_answered_kindly(reader, topic, learner):
    for things in ([("t", uuid4().hex)], [("f", uuid4().hex)]):
        assert reader.post(link(learner, *things), ONE_CLICK).status_code == 200
    url = link(learner, GENERAL)
    erase(person=learner, now=NOW + timedelta(days=1))
    assert reader.post(url, ONE_CLICK).status_code == 200
    assert not Subscription.objects.exists()


def test_a_word_says_what_was_put_in(learner, topic, forum):
    asked = Stop("user", learner.uid, (("t", topic.uid.hex), ("f", forum.uid.hex), GENERAL, ("r", "weekly")))
    assert read_token(token_for(asked)) == asked
    assert learner.email not in token_for(asked)


@pytest.mark.parametrize("code", ["pt", "pt-br", "en", "es", "fr"])
def test_the_page_stands_in_the_readers_language(reader, topic, learner, code):
    url = stop_url(Stop("user", learner.uid, (("t", topic.uid.hex), ("f", topic.forum.uid.hex), GENERAL, ("r", "daily"))), code)
    answer = reader.get(url.removeprefix("https://academy.example.org"))
    assert f'<html lang="{code}"' in answer.text
    assert answer.text.count("<li>") >= 4
