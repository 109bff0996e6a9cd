"""What is typed and not sent is kept for whoever typed it, and for nobody else."""

from uuid import uuid4

import pytest

from forums.drafts.actions import SENT, save_draft
from forums.drafts.models import Draft
from tests.factories.forums import NOW, general_forum, later, topic_in

pytestmark = pytest.mark.django_db


def reply_to(topic):
    return f"/pt/forums/topics/{topic.uid}/reply/"


def keep(client, topic, **fields):
    return client.post(f"/pt/forums/topics/{topic.uid}/draft/", {"text": "Metade de uma fr", **fields})


def test_a_draft_comes_back_on_any_device(client, topic, learner):
    client.force_login(learner)
    assert keep(client, topic).status_code == 204
    client.logout()
    client.force_login(learner)
    assert "Metade de uma fr" in client.get(reply_to(topic)).text


def test_a_new_topic_has_a_draft_with_its_title(client, forum, learner):
    client.force_login(learner)
    client.post(f"/pt/forums/{forum.uid}/draft/", {"title": "Um título", "text": "e um texto"})
    page = client.get(f"/pt/forums/{forum.uid}/new/").text
    assert "Um título" in page
    assert "e um texto" in page


def test_the_last_text_counts_and_places_are_kept_apart(client, topic, learner):
    other = topic_in(topic.forum)
    client.force_login(learner)
    for text in ("one", "two"):
        keep(client, topic, text=text)
    keep(client, other, text="elsewhere")
    assert sorted(Draft.objects.values_list("text", flat=True)) == ["elsewhere", "two"]


def test_nothing_typed_is_no_draft(client, topic, learner):
    client.force_login(learner)
    keep(client, topic)
    assert keep(client, topic, text="  \n").status_code == 204
    assert not Draft.objects.exists()


def test_sent_it_goes_and_the_browser_is_told_which_form_arrived(client, topic, learner):
    client.force_login(learner)
    keep(client, topic)
    token = str(uuid4())
    answer = client.post(reply_to(topic), {"text": "A frase inteira.", "language": "", "token": token})
    assert not Draft.objects.exists()
    assert answer.cookies[SENT].value == token
    assert answer.cookies[SENT]["samesite"] == "Lax"


def test_a_new_topic_sent_lets_its_draft_go_and_leaves_that_of_a_reply(client, topic, learner):
    client.force_login(learner)
    keep(client, topic)
    client.post(f"/pt/forums/{topic.forum.uid}/draft/", {"title": "T", "text": "x"})
    client.post(f"/pt/forums/{topic.forum.uid}/new/", {"title": "T", "text": "x y", "language": "", "token": str(uuid4())})
    assert list(Draft.objects.values_list("topic", flat=True)) == [topic.pk]


def test_a_text_refused_stays_a_draft(client, topic, learner):
    client.force_login(learner)
    keep(client, topic)
    assert client.post(reply_to(topic), {"text": "", "language": "", "token": str(uuid4())}).status_code == 422
    assert Draft.objects.count() == 1


def test_a_preview_keeps_a_draft_without_any_script(client, topic, learner):
    client.force_login(learner)
    client.post(reply_to(topic), {"text": "Vista prévia", "language": "", "token": str(uuid4()), "preview": "1"})
    assert Draft.objects.get().text == "Vista prévia"


def test_a_quote_is_asked_for_and_wins_over_a_draft(client, topic, learner, facilitator):
    save_draft(user=facilitator, place=topic, title="", text="begun earlier", now=NOW)
    client.force_login(facilitator)
    page = client.get(f"{reply_to(topic)}?quote={topic.posts.get().uid}").text
    assert "begun earlier" not in page
    assert Draft.objects.count() == 1


def test_strangers_are_refused_and_others_see_nothing(client, topic, learner, facilitator):
    assert keep(client, topic).status_code == 403
    client.force_login(learner)
    keep(client, topic)
    client.force_login(facilitator)
    assert "Metade" not in client.get(reply_to(topic)).text


def test_where_one_may_not_write_nothing_is_kept(client, homes, learner):
    topic = topic_in(general_forum())
    type(topic.forum).objects.update(is_closed=True)
    client.force_login(learner)
    assert keep(client, topic).status_code == 403
    assert not Draft.objects.exists()


def test_a_draft_is_read_by_get_of_nothing_and_kept_by_post_only(client, topic, learner):
    client.force_login(learner)
    assert client.get(f"/pt/forums/topics/{topic.uid}/draft/").status_code == 405


@pytest.mark.parametrize("text", ["x" * 50_000, "a\0b"])
def test_huge_and_odd_texts_are_cut_to_what_can_be_sent(client, topic, learner, text):
    client.force_login(learner)
    assert keep(client, topic, text=text).status_code == 204
    held = Draft.objects.get().text
    assert len(held) <= 20_000
    assert "\0" not in held


def test_saving_twice_at_the_same_moment_is_one_draft(topic, learner):
    for minute in (0, 0, 1):
        save_draft(user=learner, place=topic, title="", text="x", now=later(minute))
    assert Draft.objects.count() == 1
