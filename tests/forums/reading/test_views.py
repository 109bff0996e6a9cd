"""Forums as they are read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.audience.actions import set_level
from forums.discussions.choices import State
from forums.tracking.models import ReadMark
from tests.factories.accounts import PersonFactory
from tests.factories.content import page_below
from tests.factories.forums import NOW, general_forum, page_forum, reply_in, topic_in

pytestmark = pytest.mark.django_db


def where(topic, query=""):
    return f"/pt/forums/topics/{topic.uid}/{query}"


def test_a_topic_shows_its_posts_in_reply_order_with_their_writers(client, topic):
    reply_in(topic, PersonFactory(name="Koffi", country="CI"), text="Chez nous, *non*.", language="fr")
    text = client.get(where(topic)).text
    assert text.index("Inês Mutombo") < text.index("Koffi")
    assert "<em>non</em>" in text
    assert 'lang="fr"' in text
    assert "Côte" in text or "Marfim" in text


def test_a_long_topic_is_read_in_pages_of_twenty(client, topic):
    for number in range(2, 43):
        reply_in(topic, text=f"number {number}.")
    assert "number 20." in client.get(where(topic)).text
    assert "number 21." not in client.get(where(topic)).text
    last = client.get(where(topic, "?page=3")).text
    assert "number 41." in last
    assert "number 42." in last
    for word in ("0", "4", "x", "-1", "1e3", "٣", "9" * 20):
        assert client.get(where(topic, f"?page={word}")).status_code == 404, word


def test_a_post_has_an_address_that_stays(client, topic):
    posts = [reply_in(topic) for _ in range(25)]
    answer = client.get(f"/pt/forums/posts/{posts[-1].uid}/")
    assert answer["Location"] == f"/pt/forums/topics/{topic.uid}/?page=2#p26"


def test_a_member_finds_what_is_new_since_her_last_visit(client, topic, facilitator):
    client.force_login(facilitator)
    client.get(where(topic))
    assert ReadMark.objects.get(user=facilitator, topic=topic).place == 1
    reply_in(topic, text="brand new")
    assert 'id="new"' in client.get(where(topic)).text
    assert 'id="new"' not in client.get(where(topic)).text


@pytest.mark.parametrize("headers", [{"Sec-Purpose": "prefetch;prerender"}, {"Purpose": "prefetch"}])
def test_looking_ahead_or_asking_for_the_head_marks_nothing_as_read(client, topic, facilitator, headers):
    client.force_login(facilitator)
    client.get(where(topic), headers=headers)
    client.head(where(topic))
    assert not ReadMark.objects.exists()


def test_a_topic_costs_a_stranger_two_queries_and_a_member_six(client, topic, facilitator):
    for number in range(2, 31):
        reply_in(topic, text=f"post {number}")
    client.get(where(topic))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(where(topic))
    assert len(asked) <= 2, [query["sql"] for query in asked.captured_queries]
    client.force_login(facilitator)
    client.get(where(topic))
    for query in ("", "?page=2"):
        with CaptureQueriesContext(connection) as asked:
            client.get(where(topic, query))
        assert len(asked) <= 6, [query["sql"][:150] for query in asked.captured_queries]


def test_the_list_of_topics_costs_the_same_with_one_and_with_three(client, forum, facilitator):
    client.force_login(facilitator)
    counts = []
    for number in (1, 2):
        for _ in range(number):
            reply_in(topic_in(forum))
        client.get(f"/pt/forums/{forum.uid}/")
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/pt/forums/{forum.uid}/").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 6


def test_the_list_of_forums_costs_the_same_with_one_and_with_three(client, homes):
    counts = []
    for number in (1, 2):
        for _ in range(number):
            topic_in(page_forum(page_below(homes["pt"])))
            topic_in(general_forum())
        client.get("/pt/forums/")
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/pt/forums/").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 6


def test_a_members_page_keeps_its_forum_closed_in_every_language(client, homes, learner):
    page = page_below(homes["pt"], title="Closed")
    topic = topic_in(page_forum(page), title="Secret matters")
    set_level(translation_key=page.translation_key, level="members", now=NOW)
    for code in ("pt", "en", "es", "fr", "pt-br"):
        for path in (f"topics/{topic.uid}/", f"{topic.forum.uid}/", f"posts/{topic.posts.get().uid}/"):
            answer = client.get(f"/{code}/forums/{path}")
            assert answer.status_code == 302, path
            assert "login" in answer["Location"]
        assert "Secret" not in client.get(f"/{code}/forums/").text
    client.force_login(learner)
    assert client.get(where(topic)).status_code == 200


def test_a_forum_of_a_page_that_is_gone_is_gone(client, homes, learner):
    page = page_below(homes["pt"])
    topic = topic_in(page_forum(page))
    page.unpublish()
    client.force_login(learner)
    assert client.get(where(topic)).status_code == 404
    assert client.get(f"/pt/forums/{topic.forum.uid}/").status_code == 404


@pytest.mark.parametrize("state", [State.WAITING, State.UNCONFIRMED])
def test_a_topic_that_waits_is_seen_by_its_writer_and_moderators_only(client, forum, learner, facilitator, moderator, state):
    topic = topic_in(forum, learner, state=state, title="Patience")
    by_moderators = 200 if state == State.WAITING else 404  # for words that nobody has confirmed nobody answers yet
    for person, status in ((None, 404), (facilitator, 404), (learner, 200), (moderator, by_moderators)):
        if person:
            client.force_login(person)
        assert client.get(where(topic)).status_code == status
        assert "Patience" not in client.get(f"/pt/forums/{forum.uid}/").text


def test_the_forum_stands_below_its_page(client, homes):
    page = page_below(homes["pt"], slug="here")
    forum = page_forum(page)
    assert "Seja a primeira" in client.get("/pt/here/").text or "/new/" in client.get("/pt/here/").text
    topic_in(forum, title="Como confirmar a idade?")
    assert "Como confirmar a idade?" in client.get("/pt/here/").text
