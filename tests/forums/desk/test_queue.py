"""The queue: what is in it, in which order, who reads it, what it costs; without a script, for moderators only."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from content.audience import groups
from forums.desk.queries import CASES_PER_PAGE
from forums.discussions.choices import State
from forums.moderation.actions import report, suspend
from forums.moderation.choices import Reason
from forums.moderation.models import Phrase
from tests.factories.accounts import PersonFactory
from tests.factories.content import page_below
from tests.factories.forums import NOW, general_forum, guest, later, page_forum, reply_in, topic_in

pytestmark = pytest.mark.django_db
QUEUE = "/en/forums/queue/"


@pytest.fixture
def desk(client, moderator):
    client.force_login(moderator)
    return client


def waits(topic, text, **more):
    return reply_in(topic, more.pop("writer", None), text=text, state=State.WAITING, **more)


def test_only_moderators_work_here(client, cast, topic):
    waits(topic, "Secretly waiting")
    for role, person in cast.items():
        if role == "stranger":
            answer = client.get(QUEUE)
            assert answer.status_code == 302
            assert "login" in answer["Location"]
            continue
        client.force_login(person)
        answer = client.get(QUEUE)
        assert answer.status_code == (200 if role in ("moderator", "admin") else 403), role
        assert ("Secretly waiting" in answer.text) is (role in ("moderator", "admin"))


def test_an_empty_queue_says_thank_you(desk):
    assert "Nothing waits" in desk.get(QUEUE).text


def test_cases_are_the_urgent_first_then_the_oldest_by_language(desk, topic, facilitator):
    waits(topic, "young pt", now=later(9), language="pt")
    waits(topic, "old fr", now=later(1), language="fr")
    waits(topic, "old pt", now=later(2), language="pt")
    waits(topic, "unknown tongue", now=later(3), language="")
    child = reply_in(topic, text="a child", language="es")
    spam = reply_in(topic, text="some spam", language="pt")
    report(post=child, reporter=facilitator, reason=Reason.CHILD, words="", now=later(20))
    report(post=spam, reporter=facilitator, reason=Reason.SPAM, words="Buy this", now=later(10))
    text = desk.get(QUEUE).text
    order = ["a child", "old fr", "old pt", "young pt", "some spam", "unknown tongue"]
    assert sorted(order, key=text.index) == order
    assert "Nobody here reads French." in text
    assert "Nobody here reads Portuguese." not in text
    assert "Tomás Évora" in text
    assert "Buy this" in text
    only = desk.get(f"{QUEUE}?language=fr").text
    assert "old fr" in only
    assert "old pt" not in only
    assert "unknown tongue" in desk.get(f"{QUEUE}?language=und").text


def test_why_a_case_is_here_and_who_wrote_it(desk, homes, learner):
    forum = general_forum(checks_first_posts=True, watched_words="credito")
    topic = topic_in(forum, learner)
    new = PersonFactory(name="Newcomer")
    waits(topic, "Crédito https://x.example", writer=new)
    text = desk.get(QUEUE).text
    for words in ("Watched word: credito", "A link by somebody new", "First message", "Nothing of this person was read before"):
        assert words in text
    suspend(person=new, moderator=learner, reason="spam", ends_at=None, now=NOW)
    assert "suspended" in desk.get(QUEUE).text
    waits(topic, "known", writer=learner)
    assert "Others read something of this person already." in desk.get(QUEUE).text


def test_what_is_not_confirmed_deleted_or_settled_is_not_here(desk, topic, learner):
    for state in (State.UNCONFIRMED, State.PUBLISHED):
        reply_in(topic, learner, text="not here", state=state)
    assert "not here" not in desk.get(QUEUE).text


@pytest.mark.parametrize("where", [QUEUE, "/admin/forums/queue/"])
def test_the_queue_costs_the_same_with_one_case_and_with_three(desk, topic, facilitator, where):
    Phrase.objects.create(title="No names", texts={"en": "No names."})

    def cost():
        with CaptureQueriesContext(
            connection,
        ) as caught:
            assert desk.get(where).status_code == 200
        return len(caught)

    def another():
        waits(topic, "waits", writer=guest())
        report(post=reply_in(topic), reporter=PersonFactory(), reason=Reason.SPAM, words="", now=NOW)

    another()
    desk.get(where)
    one = cost()
    another()
    another()
    assert cost() == one
    if where == QUEUE:
        assert one <= 10


def test_a_long_queue_is_read_in_pages_and_each_case_stands_once(desk, topic):
    count = CASES_PER_PAGE + 5
    for number in range(count):
        waits(topic, f"case {number:03}.", now=later(number % 4))
    seen, where = [], QUEUE
    while where:
        page = desk.get(where)
        cases = [case for group in page.context["groups"] for case in group.cases]
        assert len(cases) <= CASES_PER_PAGE
        seen += [case.post.pk for case in cases]
        where = f"{QUEUE}?after={page.context['following']}" if page.context["following"] else ""
    assert len(seen) == len(set(seen)) == count


@pytest.mark.parametrize("word", ["x", "1-2", "9-9-9-9", "-1-1-1", "9" * 99, "0-99999999999999999-1", "%00"])
def test_a_cursor_or_language_that_is_none_is_no_error(desk, topic, word):
    waits(topic, "here")
    assert desk.get(f"{QUEUE}?after={word}").status_code == 200
    assert desk.get(f"{QUEUE}?language={word}").status_code == 200


def test_who_moderates_one_round_has_the_queue_of_that_round(client, homes, topic, facilitator, learner):
    class Keeper:
        def may(self, user, audience, verb):
            return user == facilitator

        def audiences(self, user, verb):
            return ["round:x"] if user == facilitator else []

        def name(self, audience):
            return "Round"

    groups.register("round", Keeper())
    try:
        inner = topic_in(page_forum(page_below(homes["pt"]), audience="round:x"), learner)
        waits(inner, "of the round")
        waits(topic, "of all")
        client.force_login(facilitator)
        text = client.get(QUEUE).text
        assert "of the round" in text
        assert "of all" not in text
    finally:
        groups.unregister("round")


def test_hostile_words_are_shown_not_run(desk, topic, facilitator):
    post = reply_in(topic, text="<script>alert(1)</script>")
    report(post=post, reporter=facilitator, reason=Reason.OTHER, words="<img src=x onerror=alert(1)>", now=NOW)
    text = desk.get(QUEUE).text
    assert "<script>alert" not in text
    assert "<img src=x" not in text


def test_the_same_cases_stand_among_the_editors_screens(desk, topic):
    post = waits(topic, "in both")
    admin = desk.get("/admin/forums/queue/").text
    assert "in both" in admin
    assert f"/posts/{post.uid}/decide/" in admin
    assert 'name="from" value="admin"' in admin
    assert "(1)" in desk.get("/admin/").text


def test_topic_pages_lead_moderators_to_the_desk_and_nobody_else(client, topic, learner, moderator):
    post = reply_in(topic, PersonFactory(), now=timezone.now())
    for person, is_led in ((None, False), (learner, False), (moderator, True)):
        if person:
            client.force_login(person)
        text = client.get(f"/en/forums/topics/{topic.uid}/").text
        assert (f"/posts/{post.uid}/case/" in text) is is_led
        assert (f"/topics/{topic.uid}/tend/" in text) is is_led
