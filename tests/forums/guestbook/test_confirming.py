"""A stranger writes, and confirms behind a mailed link."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from accounts.actions import erase
from forums.discussions.actions import close_topic
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from forums.guests.links import confirm_token
from forums.guests.models import Guest
from forums.moderation.choices import Reason
from forums.moderation.models import Suspension
from forums.subscriptions.models import Subscription
from mail.models import Message
from tests.factories.accounts import PersonFactory
from tests.factories.forums import general_forum, guest, reply_in, topic_in

pytestmark = pytest.mark.django_db


def test_a_stranger_finds_the_form_with_her_fields_on_top_and_a_way_to_sign_in(client, topic):
    text = client.get(f"/fr/forums/topics/{topic.uid}/reply/").text
    assert text.index('name="email"') < text.index('name="text"')
    assert f"/fr/account/login/?next=%2Ffr%2Fforums%2Ftopics%2F{topic.uid}%2Freply%2F" in text


def test_a_message_is_unseen_until_its_writer_presses_the_button(client, topic, posted, moderator):
    post, link = posted()
    assert (post.state, post.place, post.guest.confirmed_at) == (State.UNCONFIRMED, None, None)
    assert "registres" not in client.get(f"/fr/forums/topics/{topic.uid}/").text
    assert "registres" in client.get(link).text
    assert Post.objects.get(pk=post.pk).state == State.UNCONFIRMED  # GET changed nothing

    answer = client.post(link)

    post.refresh_from_db()
    assert (post.state, post.place) == (State.PUBLISHED, 2)
    assert answer["Location"] == f"/fr/forums/topics/{topic.uid}/#p2"
    assert post.guest.confirmed_at
    assert post.guest.language == "fr"
    assert "registres" in client.get(f"/pt/forums/topics/{topic.uid}/").text


def test_a_topic_of_a_guest_appears_with_its_message(client, forum, typed_as, links_for):
    client.post(f"/fr/forums/{forum.uid}/new/", typed_as(title="Les registres"))
    topic = Topic.objects.get()
    assert topic.state == State.UNCONFIRMED
    assert "Les registres" not in client.get(f"/fr/forums/{forum.uid}/").text
    assert client.get(f"/fr/forums/topics/{topic.uid}/").status_code == 404

    client.post(links_for("awa@example.org")[0])

    topic.refresh_from_db()
    assert (topic.state, topic.posts_count, topic.guest.name) == (State.PUBLISHED, 1, "Awa Diop")


def test_first_messages_of_new_guests_wait_for_a_moderator_after_the_button(client, homes, typed_as, links_for):
    forum = general_forum(checks_first_posts=True)
    client.post(f"/fr/forums/{forum.uid}/new/", typed_as(title="Les registres"))
    answer = client.post(links_for("awa@example.org")[0], follow=True)
    topic = Topic.objects.get()
    assert (topic.state, topic.posts.get().state) == (State.WAITING, State.WAITING)
    assert "/fr/forums/guests/my/" in answer.request["PATH_INFO"]


@pytest.mark.parametrize("missing", ["name", "email", "is_accepted", "is_of_age", "text"])
def test_what_is_missing_is_said_beside_its_field_and_what_was_typed_is_kept(client, topic, typed_as, missing):
    data = typed_as(text="Je garde mes mots") | {missing: ""}
    answer = client.post(f"/fr/forums/topics/{topic.uid}/reply/", data)
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    assert missing == "text" or "Je garde mes mots" in answer.text
    assert not Guest.objects.exists()
    assert not Message.objects.exists()


HOSTILE = [{"email": "nobody"}, {"email": "a@b.org\nBcc: x@y.org"}, {"name": "\u202e \u200b"}, {"name": "x" * 81}, {"token": "1"}]


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_fields_are_refused_kindly(client, topic, typed_as, typed):
    assert client.post(f"/fr/forums/topics/{topic.uid}/reply/", typed_as() | typed).status_code == 422


def test_a_preview_writes_nothing(client, topic, typed_as):
    answer = client.post(f"/fr/forums/topics/{topic.uid}/reply/", typed_as(text="*Bonjour*", preview="1"))
    assert "<em>Bonjour</em>" in answer.text
    assert not Guest.objects.exists()


def test_the_same_form_sent_twice_is_one_message_and_one_mail(client, topic, typed_as):
    data = typed_as()
    for _time in range(2):
        assert client.post(f"/fr/forums/topics/{topic.uid}/reply/", data).status_code == 302
    assert (topic.posts.count(), Message.objects.count()) == (2, 1)


def test_one_address_is_one_guest_and_her_proven_name_stays(client, posted):
    _post, link = posted()
    client.post(link)
    posted("awa@example.org", name="Somebody else", text="Encore une question.")
    assert Guest.objects.get().name == "Awa Diop"


def test_the_mail_is_in_the_language_that_was_read_and_repeats_nothing_typed(posted):
    posted(text="Achetez ici", name="Vendeur")
    mail = Message.objects.get()
    assert (mail.language, mail.is_essential, mail.to) == ("fr", True, "awa@example.org")
    for words in (mail.subject, mail.text, mail.html):
        assert "Achetez" not in words
        assert "Vendeur" not in words
    assert "/fr/forums/guests/my/" in mail.text


def test_a_link_pressed_twice_changes_nothing_more(client, posted, caplog):
    post, link = posted()
    client.post(link)
    for again in (client.get(link), client.post(link)):
        assert again.status_code == 403
        assert f"/fr/forums/posts/{post.uid}/" in again.text
    assert topic_count(post) == 2
    assert "A guest's link was refused: used" in caplog.text
    assert "awa@" not in caplog.text


def topic_count(post):
    return Topic.objects.get(pk=post.topic_id).posts_count


def test_a_link_too_old_offers_a_new_one(client, posted, links_for):
    post, _link = posted(follows="on")
    old = confirm_token(guest=post.guest.uid, post=post.uid, follows=True, now=timezone.now() - timedelta(hours=25))
    for answer in (client.get(f"/fr/forums/guests/confirm/{old}/"), client.post(f"/fr/forums/guests/confirm/{old}/")):
        assert answer.status_code == 403
        assert f"/fr/forums/guests/confirm/{old}/again/" in answer.text
    assert client.get(f"/fr/forums/guests/confirm/{old}/again/").status_code == 405

    assert client.post(f"/fr/forums/guests/confirm/{old}/again/")["Location"] == "/fr/forums/guests/sent/"

    client.post(links_for("awa@example.org")[0])
    post.refresh_from_db()
    assert post.state == State.PUBLISHED
    assert Subscription.objects.get().guest == post.guest


@pytest.mark.parametrize("token", ["x", "a.b", "WyJhIl0.xxxx", "%00", "a" * 5000])
def test_forged_links_meet_a_kind_page(client, homes, token):
    for verb in (client.get, client.post):
        answer = verb(f"/fr/forums/guests/confirm/{token}/")
        assert answer.status_code == 404
        assert "/fr/forums/guests/link/" in answer.text


def test_a_link_signed_for_something_else_confirms_nothing(client, posted, links_for):
    post, _link = posted()
    mine = links_for("awa@example.org")[1].split("/")[-2]
    assert client.post(f"/fr/forums/guests/confirm/{mine}/").status_code == 404
    post.refresh_from_db()
    assert post.state == State.UNCONFIRMED


def test_a_link_for_another_guests_message_confirms_nothing(client, posted):
    post, _link = posted()
    other = guest()
    token = confirm_token(guest=other.uid, post=post.uid, follows=False, now=timezone.now())
    assert client.post(f"/fr/forums/guests/confirm/{token}/").status_code == 403
    token = confirm_token(guest=post.guest.uid, post=uuid4(), follows=False, now=timezone.now())
    assert client.post(f"/fr/forums/guests/confirm/{token}/").status_code == 404
    post.refresh_from_db()
    assert post.state == State.UNCONFIRMED


def test_a_topic_closed_meanwhile_takes_no_message(client, topic, posted):
    post, link = posted()
    close_topic(topic=topic, is_closed=True, now=timezone.now())
    assert client.post(link).status_code == 403
    post.refresh_from_db()
    assert post.state == State.UNCONFIRMED


def test_a_suspended_address_is_told_why_and_posts_nothing(client, posted):
    post, link = posted()
    Suspension.objects.create(guest=post.guest, reason=Reason.SPAM, words="Trop de publicité.", begins_at=post.written_at)
    answer = client.post(link)
    assert answer.status_code == 403
    assert "Trop de publicité." in answer.text
    post.refresh_from_db()
    assert post.state == State.UNCONFIRMED


def test_nobody_is_buried_in_mails(client, topic, typed_as):
    statuses = [client.post(f"/fr/forums/topics/{topic.uid}/reply/", typed_as(text=f"no {n}")).status_code for n in range(7)]
    assert statuses == [302] * 5 + [422] * 2
    assert Message.objects.count() == 5
    assert client.post(f"/fr/forums/topics/{topic.uid}/reply/", typed_as("colleague@example.org")).status_code == 302


def test_on_screen_nobody_learns_who_has_an_account(client, topic, typed_as, learner):
    pages = []
    for email in ("learner@example.org", "nobody@example.org"):
        answer = client.post(f"/fr/forums/topics/{topic.uid}/reply/", typed_as(email))
        pages.append((answer.status_code, answer["Location"]))
    assert pages[0] == pages[1]
    assert Message.objects.filter(to="learner@example.org").count() == 1


def test_an_address_with_an_account_confirms_signed_in_and_the_message_is_the_members(client, topic, posted, learner, facilitator):
    post, link = posted("learner@example.org", follows="on")
    assert Message.objects.get().person == learner
    assert client.get(link)["Location"].startswith("/pt/account/login/?next=/pt/forums/guests/confirm/")
    assert client.post(link).status_code == 403
    client.force_login(facilitator)
    assert client.post(link).status_code == 403
    client.force_login(learner)
    assert client.get(link).status_code == 200

    client.post(link)

    post.refresh_from_db()
    assert (post.state, post.author, post.guest) == (State.PUBLISHED, learner, None)
    assert Subscription.objects.get(user=learner).topic == topic


def test_a_topic_begun_under_an_accounts_address_becomes_the_members(client, forum, typed_as, links_for, learner):
    client.post(f"/fr/forums/{forum.uid}/new/", typed_as("learner@example.org", title="Les registres"))
    client.force_login(learner)
    client.post(links_for("learner@example.org")[0])
    topic = Topic.objects.get()
    assert (topic.author, topic.guest, topic.state) == (learner, None, State.PUBLISHED)


def test_an_account_that_only_claims_an_address_keeps_nobody_out(client, posted):
    PersonFactory(email="awa@example.org", is_confirmed=False)
    post, link = posted()
    client.post(link)
    post.refresh_from_db()
    assert (post.state, post.guest.email) == (State.PUBLISHED, "awa@example.org")


def test_a_message_whose_guest_was_forgotten_is_confirmed_by_nobody(client, posted, learner):
    post, link = posted("learner@example.org")
    client.force_login(learner)
    erase(person=learner, now=timezone.now())
    assert client.post(link).status_code in (403, 404)
    assert not Post.objects.filter(pk=post.pk, state=State.PUBLISHED).exists()


def test_strangers_meet_closed_forums_and_hidden_ones_as_before(client, homes, typed_as):
    closed = general_forum(is_closed=True)
    assert client.get(f"/fr/forums/{closed.uid}/new/").status_code == 403
    assert client.post(f"/fr/forums/{closed.uid}/new/", typed_as(title="x")).status_code == 403
    topic = topic_in(general_forum(), state=State.WAITING)
    assert client.get(f"/fr/forums/topics/{topic.uid}/reply/").status_code == 404


def test_a_reply_to_somebody_keeps_whom_it_answers(client, topic, typed_as, learner):
    first = reply_in(topic, learner)
    client.post(f"/fr/forums/topics/{topic.uid}/reply/?to={first.uid}", typed_as())
    assert Post.objects.get(state=State.UNCONFIRMED).parent == first


def test_pages_behind_links_stay_out_of_caches_and_their_address_with_us(client, posted):
    _post, link = posted()
    answer = client.get(link)
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"
