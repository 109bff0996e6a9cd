"""Nothing is locked in: a forum leaves as one file, a member takes her words along, and goes as she wishes."""

import json
from html.parser import HTMLParser
from uuid import uuid4

import pytest
from django.urls import reverse

from accounts.actions import erase
from content.audience.actions import set_level
from forums.discussions.actions import edit_post, mark_useful, recount, take_down
from forums.discussions.choices import State
from forums.discussions.models import Mention, Post, Revision, Useful
from forums.drafts.actions import save_draft
from forums.drafts.models import Draft
from forums.keeping.actions import blank_posts
from forums.keeping.queries import held_about
from forums.tracking.models import ReadMark
from tests.factories.content import page_below
from tests.factories.forums import NOW, later, page_forum, reply_in, topic_in

pytestmark = pytest.mark.django_db


def exported(client, forum, kind):
    answer = client.get(f"/pt/forums/{forum.uid}/export/{kind}/")
    return answer, b"".join(answer.streaming_content).decode() if answer.status_code == 200 else ""


class Tags(HTMLParser):
    """Every tag, and every attribute's name."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.names = set(), set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.names |= {name for name, _value in attrs}


def test_a_forum_leaves_as_json_with_ids_order_and_answers(client, forum, moderator, learner, visitor):
    topic = topic_in(forum, learner, title="Uma «pergunta»", is_question=True, text="Olá *todos*")
    answer = reply_in(topic, visitor, parent=topic.posts.get(), text="Bonjour", language="fr")
    topic.accepted = answer
    topic.save()
    client.force_login(moderator)
    data = json.loads(exported(client, forum, "json")[1])
    (held,) = data["topics"]
    assert (held["title"], held["answer"]) == ("Uma «pergunta»", str(answer.uid))
    assert [(post["place"], post["author"], post["language"]) for post in held["posts"]] == [
        (1, "Inês Mutombo", "pt"),
        (2, "Awa Diop", "fr"),
    ]
    assert held["posts"][1]["answers"] == held["posts"][0]["id"]
    assert "<em>todos</em>" in held["posts"][0]["html"]
    assert "example.org" not in json.dumps(data)


def test_a_forum_leaves_as_a_page_that_runs_nothing(client, forum, moderator):
    topic_in(forum, title="<script>alert(1)</script>", text='<img src=x onerror="alert(1)"> [x](javascript:alert(1)) fine')
    client.force_login(moderator)
    answer, html = exported(client, forum, "html")
    found = Tags(html)
    assert "script" not in found.tags
    assert not any(name.startswith("on") for name in found.names)
    assert "javascript:" not in html.lower() or "[x](javascript" in html
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Content-Disposition"].startswith("attachment;")


def test_what_is_hidden_waiting_or_taken_back_does_not_leave(client, forum, moderator):
    topic = topic_in(forum)
    hidden, waiting = reply_in(topic, text="hidden words"), reply_in(topic, text="waiting words", state=State.WAITING)
    take_down(post=hidden, state=State.HIDDEN, now=NOW)
    topic_in(forum, title="Patience", state=State.WAITING)
    client.force_login(moderator)
    for kind in ("json", "html"):
        text = exported(client, forum, kind)[1]
        assert not any(words in text for words in ("hidden words", "waiting words", "Patience", str(waiting.uid)))
    data = json.loads(exported(client, forum, "json")[1])
    assert [post["author"] for post in data["topics"][0]["posts"]][1] == ""


def test_only_moderators_export(client, forum, cast):
    topic_in(forum)
    for role, person in cast.items():
        client.logout() if role == "stranger" else client.force_login(person)
        for kind in ("json", "html"):
            assert exported(client, forum, kind)[0].status_code == (200 if role in ("moderator", "admin") else 403), role
    assert client.get(f"/pt/forums/{uuid4()}/export/json/").status_code == 404
    assert client.get(f"/pt/forums/{forum.uid}/export/exe/").status_code == 404


def test_an_export_of_a_closed_page_is_closed(client, homes, learner):
    page = page_below(homes["pt"])
    forum = page_forum(page)
    set_level(translation_key=page.translation_key, level="members", now=NOW)
    assert client.get(f"/pt/forums/{forum.uid}/export/json/").status_code == 302


def test_an_export_reads_topics_one_by_one_however_many(forum, django_assert_max_num_queries):
    from forums.keeping.queries import topics_of

    for _ in range(3):
        reply_in(topic_in(forum))
    with django_assert_max_num_queries(1 + 3 * 2):
        assert len(list(topics_of(forum))) == 3


def test_a_member_takes_along_what_she_wrote_with_earlier_texts_and_drafts(client, topic, learner, facilitator):
    post = reply_in(topic, learner, text="first")
    edit_post(post=post, text="second", by=learner, now=later(1))
    save_draft(user=learner, place=topic, title="", text="begun", now=NOW)
    other = reply_in(topic, facilitator, text="not hers")
    mark_useful(post=other, user=learner, is_useful=True)
    client.force_login(learner)
    data = client.get(reverse("account_data")).json()["forums"]
    assert data == held_about(learner)
    mine = next(row for row in data["posts"] if row["text"] == "second")
    assert mine["earlier_texts"][0]["text"] == "first"
    assert data["drafts"][0]["text"] == "begun"
    assert data["found_useful"] == [str(other.uid)]
    assert "not hers" not in json.dumps(data)


def test_gone_her_words_stay_under_former_member_and_nothing_else(client, topic, learner, facilitator):
    post = reply_in(topic, learner, text="Words that stay")
    edit_post(post=post, text="Words that stay here", by=learner, now=later(1))
    other = reply_in(topic, facilitator, text="@Inês Mutombo obrigado")
    mark_useful(post=other, user=learner, is_useful=True)
    save_draft(user=learner, place=topic, title="", text="begun", now=NOW)
    erase(person=learner, now=later(2))
    page = client.get(f"/pt/forums/topics/{topic.uid}/").text
    assert "Words that stay here" in page
    assert "<bdi>Inês Mutombo</bdi>" not in page
    for kind in (Draft, ReadMark, Mention, Revision, Useful):
        assert not kind.objects.exists(), kind
    other.refresh_from_db()
    assert other.useful_count == 0


def test_gone_with_her_words_if_she_wishes(client, topic, learner):
    post = reply_in(topic, learner, text="Words that go")
    reply_in(topic, text="an answer that stays")
    erase(person=learner, now=later(1), wishes={"posts"})
    post.refresh_from_db()
    assert (post.text, post.html, post.state) == ("", "", State.DELETED)
    page = client.get(f"/pt/forums/topics/{topic.uid}/").text
    assert "Words that go" not in page
    assert "an answer that stays" in page
    assert recount(forum=topic.forum) == 0


def test_blanking_twice_is_blanking_once(topic, learner):
    reply_in(topic, learner)
    assert blank_posts(user=learner, now=NOW) == 2
    assert blank_posts(user=learner, now=NOW) == 0
    assert Post.objects.filter(author=learner).count() == 2


def test_the_page_of_leaving_asks_about_her_words(client, learner):
    client.force_login(learner)
    assert 'name="wish_posts"' in client.get("/pt/account/erase/").text
