"""Every list of the desk costs the same with one row and with three; the hooks of the house are answered."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail import hooks

from forums.desk.wagtail_hooks import account_panel, erase_person, mail_kinds, personal_data, queue_panel, sweeps
from forums.moderation.actions import decide, suspend
from forums.moderation.choices import Verb
from forums.moderation.models import Decision, Phrase
from mail.models import Message
from tests.factories.accounts import PersonFactory
from tests.factories.forums import NOW, general_forum, guest, later, reply_in

pytestmark = pytest.mark.django_db


def cost(client, where):
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(where)
        assert answer.status_code == 200
        if answer.streaming:
            assert b"".join(answer.streaming_content)
    return len(caught)


@pytest.mark.parametrize(
    "where",
    [
        "/en/forums/suspended/",
        "/en/forums/decisions/",
        "/admin/reports/decisions/",
        "/admin/reports/decisions/?export=csv",
        "/admin/forums/phrases/",
        "/admin/forums/settings/",
    ],
)
def test_lists_cost_the_same_with_one_row_and_with_three(client, topic, moderator, admin, where):
    def another():
        post = reply_in(topic, moderator)
        decide(post=post, verb=Verb.HIDE, moderator=admin, reason="spam", words="x", seen="", now=timezone.now())
        for person in (PersonFactory(), guest()):
            suspend(person=person, moderator=admin, reason="harm", ends_at=None, now=NOW)
        Phrase.objects.create(title="Again", texts={"en": "Again."})
        general_forum()

    client.force_login(moderator)
    another()
    client.get(where)
    one = cost(client, where)
    another()
    another()
    assert cost(client, where) == one
    if where.startswith("/en/"):
        assert one <= 10


@pytest.mark.parametrize("page", ["case", "amend", "suspend"])
def test_a_case_costs_the_same_however_much_was_decided(client, topic, moderator, admin, page):
    post = reply_in(topic, PersonFactory())
    client.force_login(moderator)
    where = f"/en/forums/posts/{post.uid}/{page}/"

    def another():
        Decision.objects.create(verb="hide", post=post, topic=topic, moderator=PersonFactory(), decided_at=NOW)

    another()
    client.get(where)
    one = cost(client, where)
    another()
    another()
    assert cost(client, where) == one


@pytest.mark.parametrize("page", ["tend", "split", "move", "merge"])
def test_a_topics_pages_cost_the_same_with_one_reply_and_with_three(client, topic, moderator, page):
    client.force_login(moderator)
    where = f"/en/forums/topics/{topic.uid}/{page}/"
    reply_in(topic)
    general_forum()
    client.get(where)
    one = cost(client, where)
    for _ in range(2):
        reply_in(topic)
        general_forum()
    assert cost(client, where) == one


def test_the_sweep_of_decisions_tells_what_is_due(topic, learner, moderator):
    decide(post=reply_in(topic, learner), verb=Verb.HIDE, moderator=moderator, reason="spam", seen="", now=NOW)
    [(name, sweep)] = sweeps()
    assert name == "decisions to tell"
    assert sweep(later(9)) == 0
    assert sweep(later(10)) == 1
    assert Message.objects.filter(kind="forums-decisions").count() == 1


def test_what_can_be_stopped_has_a_name():
    assert [kind for kind, _label in mail_kinds()] == ["forums-reports"]


def test_the_account_page_leads_to_what_there_is(rf, learner, moderator, topic):
    request = rf.get("/")
    request.user = learner
    assert account_panel(request) is None
    assert queue_panel(request) is None
    decide(post=reply_in(topic, learner), verb=Verb.HIDE, moderator=moderator, reason="spam", seen="", now=NOW)
    assert account_panel(request)["url"].endswith("/forums/decisions/")
    request.user = moderator
    assert queue_panel(request)["url"].endswith("/forums/queue/")


def test_a_persons_data_is_given_and_erased_through_the_hooks_of_the_house(topic, learner, moderator):
    decide(post=reply_in(topic, learner), verb=Verb.HIDE, moderator=moderator, reason="spam", words="Dear Inês", seen="", now=NOW)
    assert personal_data(learner)["decisions"][0]["words"] == "Dear Inês"
    assert personal_data in hooks.get_hooks("personal_data")
    assert erase_person in hooks.get_hooks("erase_person")
    erase_person(learner, NOW)
    assert personal_data(learner) == {"reports": [], "decisions": [], "suspensions": []}


@pytest.mark.parametrize("who", ["moderator", "admin", "editor", "reviewer"])
def test_the_menu_of_the_editors_screens_shows_the_desk_to_moderators_only(client, cast, who):
    client.force_login(cast[who])
    answer = client.get("/admin/")
    if answer.status_code == 200:
        assert ("/admin/forums/queue/" in answer.text) is (who in ("moderator", "admin"))
        assert ("/admin/reports/decisions/" in answer.text) is (who in ("moderator", "admin"))
