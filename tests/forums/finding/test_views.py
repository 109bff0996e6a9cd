"""The search of the forums."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.audience.actions import set_level
from forums.discussions import actions as discussions
from forums.discussions.choices import State
from forums.discussions.rules import posts_visible_to
from forums.finding import queries
from forums.finding.queries import PER_PAGE, Cursor
from tests.factories.accounts import PersonFactory
from tests.factories.content import page_below
from tests.factories.forums import NOW, general_forum, later, page_forum, reply_in, topic_in

pytestmark = pytest.mark.django_db

WHERE = "/pt/forums/search/"


def found(client, **query):
    answer = client.get(WHERE, query)
    assert answer.status_code == 200
    return [str(result.post.uid) for result in answer.context["results"]]


def test_posts_are_found_in_every_language_with_their_words_marked(client, topic):
    post = reply_in(topic, text="Nous avons trouvé sept garçons dans la carrière de pierre.", language="fr")
    answer = client.get(WHERE, {"q": "carrieres GARCON"})
    assert "<mark>garçons</mark>" in answer.text
    assert "<mark>carrière</mark>" in answer.text
    assert 'lang="fr"' in answer.text
    assert f"/pt/forums/posts/{post.uid}/" in answer.text


def test_all_the_words_must_be_there(client, topic):
    both = reply_in(topic, text="A multa da padaria")
    reply_in(topic, text="A multa da loja")
    assert found(client, q="multa padaria") == [str(both.uid)]
    assert found(client, q="multa farmácia") == []
    assert "Nenhuma" in client.get(WHERE, {"q": "zzz"}).text or 'role="status"' in client.get(WHERE, {"q": "zzz"}).text


def test_the_title_of_a_topic_finds_its_first_post(client, forum, learner):
    topic = topic_in(forum, learner, title="Olarias do rio")
    reply_in(topic, text="resposta")
    assert found(client, q="olaria") == [str(topic.posts.get(place=1).uid)]


def test_language_writer_and_forum_narrow(client, topic, visitor):
    other = topic_in(general_forum(), PersonFactory(name="Koffi Agbessi"), text="multa deux", language="fr")
    by_guest = reply_in(topic, visitor, text="multa trois", language="fr")
    ines = reply_in(topic, PersonFactory(name="Inês Évora"), text="multa um", language="pt")
    first = str(other.posts.get().uid)
    assert set(found(client, q="multa")) == {first, str(by_guest.uid), str(ines.uid)}
    assert set(found(client, q="multa", language="fr")) == {first, str(by_guest.uid)}
    assert found(client, q="multa", forum=str(other.forum.uid)) == [first]
    assert found(client, q="multa", author="ines evora") == found(client, author="ÉVORA") == [str(ines.uid)]
    assert found(client, q="multa", author="awa") == [str(by_guest.uid)]
    assert found(client, q="multa", author=".*") == found(client, q="multa")
    assert found(client, forum=str(other.forum.uid)) == [first]


@pytest.mark.parametrize("state", [State.WAITING, State.UNCONFIRMED, State.HIDDEN, State.DELETED, State.REJECTED])
def test_what_is_not_read_is_not_found_by_anybody(client, cast, topic, learner, state):
    is_read_first = state in (State.HIDDEN, State.DELETED)
    post = reply_in(
        topic, learner, text="unspeakable horrors", state=State.PUBLISHED if is_read_first or state == State.REJECTED else state
    )
    if state == State.DELETED:
        discussions.delete_post(post=post, now=later(1))
    elif state in (State.HIDDEN, State.REJECTED):
        discussions.take_down(post=post, state=state, now=later(1))
    for role, person in cast.items():
        client.logout()
        if role != "stranger":
            client.force_login(person)
        answer = client.get(WHERE, {"q": "unspeakable"})
        assert not answer.context["results"], role
        assert "horrors" not in answer.text


def test_a_topic_taken_down_takes_its_replies_with_it(client, topic, moderator):
    reply_in(topic, text="unspeakable")
    discussions.take_down(post=topic.posts.get(place=1), state=State.HIDDEN, now=later(1))
    client.force_login(moderator)
    assert found(client, q="unspeakable") == []


def test_a_closed_page_keeps_its_posts_from_strangers(client, homes, learner):
    page = page_below(homes["pt"], title="Closed")
    topic = topic_in(page_forum(page), learner, text="unspeakable")
    set_level(translation_key=page.translation_key, level="members", now=NOW)
    assert found(client, q="unspeakable") == []
    assert found(client, author="Inês") == []
    assert client.get(WHERE, {"forum": str(topic.forum.uid)}).status_code == 404
    client.force_login(learner)
    assert len(found(client, q="unspeakable")) == 1
    assert len(found(client, forum=str(topic.forum.uid))) == 1


def test_hostile_texts_are_shown_as_text(client, forum, learner):
    topic_in(forum, learner, title="<script>alert(1)</script> multa", text='multa <img src=x onerror=alert(1)> &lt;script&gt; "><b>')
    text = client.get(WHERE, {"q": "multa", "author": '"><script>x</script>'}).text + client.get(WHERE, {"q": "multa"}).text
    inside = "".join(part.split("</main>")[0] for part in text.split("<main")[1:])
    assert "<script" not in inside
    assert "<img" not in inside.replace("<img class=", "")
    assert "<mark>multa</mark>" in inside


@pytest.mark.parametrize(
    "query",
    ["", "q=", "q=%00", "q=%3F%3F", "q=" + "x" * 5000, "q=de+la", "after=x&q=a", "after=9999999999999999999-1&q=a", "q=%F0%9F%91%8D"],
)
def test_nothing_and_nonsense_are_answered_kindly(client, topic, query):
    assert client.get(f"{WHERE}?{query}").status_code == 200


def test_an_unknown_language_is_said_and_an_unknown_forum_is_not_there(client, topic):
    assert client.get(WHERE, {"q": "a", "language": "xx"}).status_code == 422
    for forum in ("x", str(uuid4()), "../", "1"):
        assert client.get(WHERE, {"q": "a", "forum": forum}).status_code == 404


def test_long_lists_go_on_where_they_ended(client, topic):
    posts = [reply_in(topic, text="multa", now=later(number // 3)) for number in range(2 * PER_PAGE + 1)]
    seen, query = [], "q=multa"
    while query:
        answer = client.get(f"{WHERE}?{query}")
        seen += [result.post.pk for result in answer.context["results"]]
        query = answer.context["following"]
    assert seen == [post.pk for post in reversed(posts)]
    assert client.get(f"{WHERE}?q=multa&after={Cursor.after(posts[0])}").context["results"] == []


def test_a_search_costs_the_same_with_one_and_with_three(client, homes, facilitator):
    client.force_login(facilitator)
    counts = []
    for number in (1, 2):
        for _ in range(number):
            topic_in(page_forum(page_below(homes["pt"])), PersonFactory(), text="multa")
        client.get(WHERE, {"q": "multa"})
        with CaptureQueriesContext(connection) as asked:
            assert client.get(WHERE, {"q": "multa"}).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 10


def test_what_narrows_is_folded_until_it_does(client, topic):
    is_open = lambda **query: "<details open" in client.get(WHERE, query).text  # noqa: E731
    assert not is_open(q="multa")
    assert is_open(q="multa", language="fr")
    assert is_open(q="multa", language="xx")


def test_the_forums_lead_to_their_search(client, topic):
    assert WHERE in client.get("/pt/forums/").text
    assert f"{WHERE}?forum={topic.forum.uid}" in client.get(f"/pt/forums/{topic.forum.uid}/").text


@pytest.mark.parametrize("most", [0, 1, 1000])
def test_rare_and_common_words_and_writers_find_the_same(client, topic, monkeypatch, most):
    """The limits only choose the way: whether few posts are looked at, or the newest ones."""
    monkeypatch.setattr(queries, "RARE", most)
    monkeypatch.setattr(queries, "FEW_POSTS", most)
    rare = reply_in(topic, PersonFactory(name="Awa Sow"), text="multa padaria")
    common = [reply_in(topic, PersonFactory(name="Awa Bâ"), text="multa", now=later(number)) for number in range(3)]
    newest_first = [str(post.uid) for post in reversed(common)]
    forum = str(topic.forum.uid)
    assert found(client, q="multa") == found(client, q="multa", forum=forum) == [*newest_first, str(rare.uid)]
    assert found(client, q="multa padaria") == found(client, q="padaria") == [str(rare.uid)]
    assert found(client, q="multa", author="awa ba") == found(client, author="BÂ", forum=forum) == newest_first
    assert found(client, q="padaria", author="ba") == found(client, author="awa", q="nothing") == []


def test_whoever_searches_finds_only_what_the_rule_lets_her_read(client, cast, homes, topic, learner):
    page = page_below(homes["pt"])
    closed = topic_in(page_forum(page), learner, text="multa")
    set_level(translation_key=page.translation_key, level="members", now=NOW)
    topic_in(page_forum(page_below(homes["pt"]), audience="edition:1"), learner, text="multa")
    reply_in(topic, learner, text="multa")
    for role, person in cast.items():
        client.logout()
        if role != "stranger":
            client.force_login(person)
        allowed = {str(uid) for uid in posts_visible_to(person).published().values_list("uid", flat=True)}
        seen = set(found(client, q="multa"))
        assert seen <= allowed, role
        assert (str(closed.posts.get().uid) in seen) == (role != "stranger"), role


def test_names_are_never_patterns_and_long_ones_end(client, topic, learner):
    reply_in(topic, learner, text="multa")
    for name in ("(", "[", "\\", "a{999999}", "(a+)+$", "%", "_", "a" * 5000, "(?i)"):
        assert client.get(WHERE, {"author": name}).status_code == 200, name
