"""Following on the site, the list of what one follows, the bell."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from content.audience.actions import set_level
from forums.discussions.actions import take_down
from forums.discussions.choices import State
from forums.subscriptions.actions import subscribe
from forums.subscriptions.choices import MOST_COUNTED, Reason, Rhythm
from forums.subscriptions.models import News, Subscription
from forums.subscriptions.queries import general_rhythm, subscription_of
from tests.factories.accounts import PersonFactory
from tests.factories.content import page_below
from tests.factories.forums import NOW, general_forum, page_forum, reply_in, topic_in

pytestmark = pytest.mark.django_db


def at(topic):
    return f"/pt/forums/topics/{topic.uid}/"


def tell(person, post, **fields):
    return News.objects.create(user=person, post=post, **({"reason": Reason.TOPIC, "made_at": NOW} | fields))


def asked(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


@pytest.mark.parametrize("what", ["topic", "forum"])
def test_one_press_follows_and_the_page_says_so(client, topic, facilitator, what):
    url = at(topic) if what == "topic" else f"/pt/forums/{topic.forum.uid}/"
    client.force_login(facilitator)
    assert 'name="quick"' in client.get(url).text
    answer = client.post(f"{url}follow/", {"quick": "1"})
    assert answer["Location"] == url
    thing = topic if what == "topic" else topic.forum
    assert subscription_of(facilitator, **{what: thing}).rhythm == Rhythm.AT_ONCE
    page = client.get(url).text
    assert 'name="quick"' not in page
    assert f'href="{url}follow/"' in page


@pytest.mark.parametrize("what", ["topic", "forum"])
def test_a_rhythm_is_chosen_changed_and_ended(client, topic, facilitator, what):
    url = f"{at(topic)}follow/" if what == "topic" else f"/pt/forums/{topic.forum.uid}/follow/"
    client.force_login(facilitator)
    assert 'name="stop"' not in client.get(url).text
    for rhythm in ("weekly", "daily", "never", "at-once"):
        assert client.post(url, {"rhythm": rhythm}).status_code == 302
        assert Subscription.objects.get().rhythm == rhythm
        assert f'value="{rhythm}"' in client.get(url).text.partition(" checked")[0].rpartition("<input")[2]
    client.post(url, {"stop": "1"})
    client.post(url, {"stop": "1"})
    assert not Subscription.objects.exists()


@pytest.mark.parametrize("rhythm", ["", "hourly", "x" * 5000, "\x00", "<b>"])
def test_a_rhythm_that_is_none_is_refused_kindly(client, topic, facilitator, rhythm):
    client.force_login(facilitator)
    for url in (f"{at(topic)}follow/", "/pt/forums/subscriptions/"):
        assert client.post(url, {"rhythm": rhythm}).status_code == 422
    assert not Subscription.objects.exists()


def test_strangers_are_led_to_the_sign_in(client, topic):
    assert f'href="{at(topic)}follow/"' in client.get(at(topic)).text
    for url in (f"{at(topic)}follow/", f"/pt/forums/{topic.forum.uid}/follow/", "/pt/forums/news/", "/pt/forums/subscriptions/"):
        answer = client.get(url)
        assert answer.status_code == 302
        assert "login" in answer["Location"]
    for url in (f"{at(topic)}follow/", "/pt/forums/news/seen/", f"/pt/forums/subscriptions/{uuid4()}/"):
        assert client.post(url, {"quick": "1"}).status_code in (302, 403)
    assert not Subscription.objects.exists()


def test_only_what_one_may_read_can_be_followed(client, homes, cast):
    page = page_below(homes["pt"])
    hidden = topic_in(page_forum(page), state=State.WAITING)
    set_level(translation_key=page.translation_key, level="members", now=NOW)
    statuses = {}
    for name, person in cast.items():
        if name == "stranger":
            client.logout()
        else:
            client.force_login(person)
        statuses[name] = client.get(f"{at(hidden)}follow/").status_code
    moderating = {"moderator", "admin"}
    assert statuses == {name: 302 if name == "stranger" else 200 if name in moderating else 404 for name in cast}
    page.unpublish()
    client.force_login(cast["learner"])
    assert client.post(f"/pt/forums/{hidden.forum.uid}/follow/", {"quick": "1"}).status_code == 404


def test_a_form_without_its_token_changes_nothing(client, topic, facilitator):
    client.handler.enforce_csrf_checks = True
    client.force_login(facilitator)
    for url in (f"{at(topic)}follow/", "/pt/forums/subscriptions/", "/pt/forums/news/seen/"):
        assert client.post(url, {"quick": "1", "rhythm": "never"}).status_code == 403
    assert not Subscription.objects.exists()


def test_looking_changes_nothing(client, topic, facilitator):
    client.force_login(facilitator)
    for url in (f"{at(topic)}follow/?quick=1&rhythm=daily", "/pt/forums/subscriptions/?rhythm=never", "/pt/forums/news/"):
        client.get(url)
    assert client.get("/pt/forums/news/seen/").status_code == 405
    assert not Subscription.objects.exists()


def test_the_list_shows_what_one_follows_and_each_can_be_changed(client, topic, facilitator):
    rows = [
        subscribe(follower=facilitator, topic=topic, now=NOW),
        subscribe(follower=facilitator, forum=general_forum(titles={"pt": "Pesca <b>"}), rhythm=Rhythm.WEEKLY, now=NOW),
    ]
    client.force_login(facilitator)
    page = client.get("/pt/forums/subscriptions/").text
    assert topic.title in page
    assert escape("Pesca <b>") in page
    client.post(f"/pt/forums/subscriptions/{rows[0].uid}/", {"rhythm": "daily"})
    client.post(f"/pt/forums/subscriptions/{rows[1].uid}/", {"stop": "1"})
    assert [(row.pk, row.rhythm) for row in Subscription.objects.all()] == [(rows[0].pk, Rhythm.DAILY)]
    assert client.post(f"/pt/forums/subscriptions/{rows[1].uid}/", {"stop": "1"}).status_code == 404
    assert client.post(f"/pt/forums/subscriptions/{rows[0].uid}/", {"rhythm": "?"}).status_code == 302
    client.post("/pt/forums/subscriptions/", {"rhythm": "never"})
    assert general_rhythm(facilitator) == Rhythm.NEVER


def test_what_one_may_not_read_any_more_can_still_be_stopped(client, homes, facilitator):
    page = page_below(homes["pt"])
    row = subscribe(follower=facilitator, topic=topic_in(page_forum(page)), now=NOW)
    page.unpublish()
    client.force_login(facilitator)
    assert str(row.uid) in client.get("/pt/forums/subscriptions/").text
    client.post(f"/pt/forums/subscriptions/{row.uid}/", {"stop": "1"})
    assert not Subscription.objects.exists()


def test_nobody_changes_what_another_follows(client, topic, facilitator, learner, visitor):
    rows = [subscribe(follower=person, topic=topic, now=NOW) for person in (learner, visitor)]
    client.force_login(facilitator)
    for row in rows:
        assert client.post(f"/pt/forums/subscriptions/{row.uid}/", {"stop": "1"}).status_code == 404
    assert Subscription.objects.count() == 2


def test_the_list_costs_the_same_with_one_and_with_three(client, facilitator):
    client.force_login(facilitator)
    counts = []
    for number in (1, 2):
        for _ in range(number):
            forum = general_forum()
            subscribe(follower=facilitator, forum=forum, now=NOW)
            subscribe(follower=facilitator, topic=topic_in(forum), now=NOW)
        counts.append(asked(client, "/pt/forums/subscriptions/"))
    assert counts[0] == counts[1] <= 10


def test_the_bell_shows_what_is_new_first_and_why(client, topic, facilitator):
    old = tell(facilitator, reply_in(topic), seen_at=NOW)
    for reason in Reason:
        tell(facilitator, reply_in(topic, PersonFactory(name=f"Writer of {reason}")), reason=reason)
    client.force_login(facilitator)
    page = client.get("/pt/forums/news/").text
    order = [page.index(f"/posts/{row.post.uid}/") for row in News.objects.exclude(pk=old.pk).order_by("-pk")]
    assert order == sorted(order)
    assert page.index(f"/posts/{old.post.uid}/") > order[-1]
    assert "Writer of mention" in page
    assert page.count('data-is="current"') == len(Reason)


def test_news_are_seen_by_a_button_or_by_reading(client, topic, facilitator, learner):
    first, second = (tell(facilitator, reply_in(topic)) for _ in range(2))
    others = tell(learner, first.post)
    elsewhere = tell(facilitator, topic_in(topic.forum).posts.get())
    client.force_login(facilitator)
    assert "3" in client.get("/pt/account/").text.partition("/pt/forums/news/")[2][:200]
    client.get(at(topic))
    assert [News.objects.get(pk=row.pk).seen_at is None for row in (first, second, elsewhere, others)] == [False, False, True, True]
    client.post("/pt/forums/news/seen/")
    client.post("/pt/forums/news/seen/")
    assert [News.objects.get(pk=row.pk).seen_at is None for row in (elsewhere, others)] == [False, True]
    assert 'action="/pt/forums/news/seen/"' not in client.get("/pt/forums/news/").text


def test_the_first_page_of_a_topic_leaves_the_news_of_the_second_new(client, topic, facilitator):
    posts = [reply_in(topic) for _ in range(25)]
    early, late = tell(facilitator, posts[0]), tell(facilitator, posts[-1])
    client.force_login(facilitator)
    client.get(at(topic))
    assert [News.objects.get(pk=row.pk).seen_at is None for row in (early, late)] == [False, True]


def test_what_may_not_be_read_any_more_is_no_news(client, topic, facilitator):
    post = reply_in(topic, text="bad", now=NOW)
    tell(facilitator, post)
    client.force_login(facilitator)
    assert str(post.uid) in client.get("/pt/forums/news/").text
    take_down(post=post, state=State.HIDDEN, now=NOW)
    assert str(post.uid) not in client.get("/pt/forums/news/").text


def test_a_long_list_goes_on_and_shows_each_line_once(client, topic, facilitator):
    post_ids = []
    for number in range(65):
        post = reply_in(topic)
        tell(facilitator, post, seen_at=NOW if number % 2 else None)
        post_ids.append(str(post.uid))
    client.force_login(facilitator)
    url, found = "/pt/forums/news/", []
    for _ in range(3):
        page = client.get(url).text
        found += [uid for uid in post_ids if uid in page]
        url = "/pt/forums/news/?after=" + page.rpartition("?after=")[2].partition('"')[0]
    assert sorted(found) == sorted(post_ids)
    for word in ("x", "2-1", "1-", "-", "9" * 50, "1-²", "1-" + "9" * 30, "\x00"):
        assert client.get("/pt/forums/news/", {"after": word}).status_code == 200


def test_the_bell_costs_the_same_with_one_and_with_three(client, facilitator):
    client.force_login(facilitator)
    counts = []
    for number in (1, 2):
        for _ in range(number):
            tell(facilitator, topic_in(general_forum()).posts.get())
        counts.append(asked(client, "/pt/forums/news/"))
    assert counts[0] == counts[1] <= 10


def test_the_count_beside_the_bell_costs_no_query_and_ends_at_a_hundred(client, topic, facilitator):
    client.force_login(facilitator)
    bare = asked(client, at(topic))
    post = topic_in(topic.forum).posts.get()
    tell(facilitator, post)
    assert asked(client, at(topic)) == bare <= 6
    assert "1 " in client.get(at(topic)).text.partition('href="/pt/forums/news/"')[2][:60]
    for _ in range(MOST_COUNTED + 5):
        tell(facilitator, topic_in(topic.forum, post.author).posts.get())
    assert f"{MOST_COUNTED} " in client.get(at(topic)).text.partition('href="/pt/forums/news/"')[2][:60]
    assert asked(client, f"/pt/forums/{topic.forum.uid}/") <= 6


def test_the_account_leads_to_both_pages(client, facilitator):
    client.force_login(facilitator)
    page = client.get("/pt/account/").text
    assert 'href="/pt/forums/news/"' in page
    assert 'href="/pt/forums/subscriptions/"' in page


@pytest.mark.parametrize("code", ["pt", "pt-br", "en", "es", "fr"])
def test_every_page_stands_in_every_language(client, topic, facilitator, code):
    subscribe(follower=facilitator, topic=topic, now=NOW)
    tell(facilitator, topic.posts.get())
    client.force_login(facilitator)
    for path in ("news/", "subscriptions/", f"topics/{topic.uid}/follow/", f"{topic.forum.uid}/follow/"):
        answer = client.get(f"/{code}/forums/{path}")
        assert answer.status_code == 200
        assert f'<html lang="{code}"' in answer.text
        assert "private" in answer["Cache-Control"] or "no-store" in answer["Cache-Control"]
