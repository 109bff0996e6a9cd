"""Lists in the languages that one reads, and the chip on each post."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forums.discussions import actions as discussions
from forums.discussions.choices import Source
from forums.languages.wishes import COOKIE
from forums.reading.queries import TOPICS_PER_PAGE, WINDOW
from tests.factories.forums import later, reply_in, topic_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def topics(forum):
    """One topic in each language, and one in none."""
    found = {code: topic_in(forum, title=f"Topic in {code}", text="Ok", language=code) for code in ("pt", "es", "fr", "en")}
    found["none"] = topic_in(forum, title="Topic in none", text="Ok", language="")
    return found


def shown(client, forum, query=""):
    answer = client.get(f"/pt/forums/{forum.uid}/{query}")
    assert answer.status_code == 200
    return {topic.title.rpartition(" ")[2] for topic in answer.context["topics"]}


ALL = {"pt", "es", "fr", "en", "none"}


def test_without_a_wish_all_are_shown(client, forum, topics):
    assert shown(client, forum) == ALL
    assert COOKIE not in client.cookies


@pytest.mark.parametrize("role", ["stranger", "learner"])
def test_what_was_chosen_is_shown_with_what_nobody_knows_and_remembered(client, cast, forum, topics, role):
    if role != "stranger":
        client.force_login(cast[role])
    assert shown(client, forum, "?read=all&read=pt&read=es") == {"pt", "es", "none"}
    assert shown(client, forum) == {"pt", "es", "none"}
    answer = client.get(f"/pt/forums/{forum.uid}/")
    assert answer.context["left_out"] == 2
    assert "?read=all" in answer.text
    assert "Cookie" in answer["Vary"]


@pytest.mark.parametrize("query", ["?read=all", "?read=", "?read=xx", "?read=pt&read=es&read=fr&read=en"])
def test_all_or_none_is_all_and_forgets(client, forum, topics, query):
    shown(client, forum, "?read=pt")
    assert shown(client, forum, query) == ALL
    assert shown(client, forum) == ALL


@pytest.mark.parametrize("value", ["", "xx", "pt.<script>", "." * 500, "pt.xx"])
def test_a_forged_cookie_does_no_harm(client, forum, topics, value):
    client.cookies[COOKIE] = value
    assert shown(client, forum) in (ALL, {"pt", "none"})


def test_boxes_say_what_is_chosen(client, forum, topics):
    page = BeautifulSoup(client.get(f"/pt/forums/{forum.uid}/?read=fr").text, "html.parser")
    assert [box["value"] for box in page.select('input[type="checkbox"][name="read"]') if box.has_attr("checked")] == ["fr"]


def test_a_forum_with_nothing_in_these_languages_says_how_to_see_the_rest(client, forum):
    topic_in(forum, text="Ok", language="pt")
    answer = client.get(f"/pt/forums/{forum.uid}/?read=fr")
    assert answer.context["topics"] == []
    assert "?read=all" in answer.text


def test_a_long_list_goes_on_and_shows_each_topic_once(client, forum):
    for number in range(2 * TOPICS_PER_PAGE + 7):
        topic_in(forum, text="Ok", language="fr" if number % 3 else "pt", now=later(number // 2), title=f"T {number}")
    titles, query, left_out = [], "?read=fr", 0
    while query:
        answer = client.get(f"/pt/forums/{forum.uid}/{query}")
        titles += [topic.title for topic in answer.context["topics"]]
        left_out += answer.context["left_out"]
        query = f"?after={answer.context['following']}" if answer.context["following"] else ""
    assert titles == [f"T {number}" for number in reversed(range(2 * TOPICS_PER_PAGE + 7)) if number % 3]
    assert left_out == sum(1 for number in range(2 * TOPICS_PER_PAGE + 7) if not number % 3)


def test_no_more_than_a_window_is_looked_at(client, forum):
    for number in range(WINDOW + 2):
        topic_in(forum, text="Ok", language="pt", now=later(number))
    answer = client.get(f"/pt/forums/{forum.uid}/?read=fr")
    assert (answer.context["topics"], answer.context["left_out"]) == ([], WINDOW)
    answer = client.get(f"/pt/forums/{forum.uid}/?after={answer.context['following']}")
    assert (answer.context["left_out"], answer.context["following"]) == (2, None)


def test_a_chosen_list_costs_the_same_with_one_and_with_three(client, forum):
    counts = []
    for number in (1, 2):
        for _ in range(number):
            topic_in(forum, text="Ok", language="fr")
        client.get(f"/pt/forums/{forum.uid}/?read=fr")
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/pt/forums/{forum.uid}/")
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 6


def chips(client, topic):
    return BeautifulSoup(client.get(f"/pt/forums/topics/{topic.uid}/").text, "html.parser").select("article .lang")


def test_a_supposed_language_looks_and_sounds_supposed(client, forum):
    topic = topic_in(forum, text="Ok", language="fr")
    reply_in(topic, text="Chez nous les enfants partent au champ avant l’école.", language="fr")
    supposed, found = chips(client, topic)
    assert "?" in supposed.text
    assert supposed.select_one(".hide")
    assert "?" not in found.text
    assert supposed.name == found.name == "span"


def test_for_members_the_chip_leads_to_the_correction(client, forum, learner):
    topic = topic_in(forum, text="Ok", language="fr")
    post = topic.posts.get()
    client.force_login(learner)
    (chip,) = chips(client, topic)
    assert chip["href"] == f"/pt/forums/posts/{post.uid}/language/"
    discussions.say_language(post=post, language="", source=Source.MODERATOR)
    assert chips(client, topic) == []
    assert chip["href"] in client.get(f"/pt/forums/topics/{topic.uid}/").text
