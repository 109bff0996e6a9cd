"""What an address wrote, for whoever has its link."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from forums.discussions.actions import close_topic, take_down
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from forums.guests.actions import turn_link
from forums.guests.links import confirm_token, open_token
from forums.guests.models import Guest
from forums.moderation.choices import Reason, Verb
from forums.moderation.models import Decision, Suspension
from forums.subscriptions.actions import subscribe
from forums.subscriptions.models import Subscription
from mail.models import Message
from tests.factories.accounts import PersonFactory
from tests.factories.forums import guest, reply_in, topic_in

pytestmark = pytest.mark.django_db


def mine(person, now=None):
    return f"/fr/forums/guests/my/{open_token(guest=person.uid, turn=person.turn, now=now or timezone.now())}/"


def test_the_link_opens_all_that_the_address_wrote_with_its_state_and_nobody_elses(client, topic, proven, visitor_two):
    person, read = proven
    reply_in(topic, person, text="Encore un mot", state=State.WAITING)
    reply_in(topic, visitor_two, text="Pas à moi")
    text = client.get(mine(person)).text
    assert "Bonjour à toutes" in text
    assert "Encore un mot" in text
    assert "Pas à moi" not in text
    assert f"/fr/forums/posts/{read.uid}/" in text
    assert not client.session.keys()


@pytest.fixture
def visitor_two(db):
    return guest()


def test_the_page_asks_as_many_questions_for_one_message_as_for_three(client, topic, proven, django_assert_num_queries):
    person, post = proven
    Decision.objects.create(verb=Verb.EDIT, post=post, words="Un nom retiré.", decided_at=timezone.now())
    client.get(mine(person))  # what is asked once for all pages is known from here on
    with django_assert_num_queries(5):
        assert "Un nom retiré." in client.get(mine(person)).text
    for _time in range(2):
        reply_in(topic, person, state=State.WAITING)
    with django_assert_num_queries(5):
        client.get(mine(person))


def test_older_messages_stand_on_further_pages(client, topic, proven):
    person, first = proven
    for number in range(20):
        reply_in(topic, person, text=f"message {number}")
    answer = client.get(mine(person))
    assert answer.text.count("<article") == 20
    assert "Bonjour à toutes" not in answer.text
    assert "Bonjour à toutes" in client.get(f"{mine(person)}?before={answer.context['next']}").text
    for odd in ("x", "9" * 40, str(uuid4())):
        assert client.get(f"{mine(person)}?before={odd}").status_code == 200
    assert client.get(f"{mine(person)}?before={first.uid}").text.count("<article") == 0


def test_a_link_ends_after_a_year_or_when_the_guest_asks_for_another(client, proven):
    person, _post = proven
    assert client.get(mine(person, timezone.now() - timedelta(days=364))).status_code == 200
    assert client.get(mine(person, timezone.now() - timedelta(days=366))).status_code == 404
    old = mine(person)

    answer = client.post(f"{old}turn/")

    assert answer["Location"] == "/fr/forums/guests/sent/"
    assert client.get(old).status_code == 404
    person.refresh_from_db()
    assert mine(person).removesuffix("/")[:60] in Message.objects.get(to=person.email).text
    assert client.get(mine(person)).status_code == 200


def test_a_link_that_confirms_opens_nothing_else(client, proven, caplog):
    person, post = proven
    token = confirm_token(guest=person.uid, post=post.uid, follows=False, now=timezone.now())
    for path in ("", "data/", "forget/", f"{post.uid}/edit/"):
        assert client.get(f"/fr/forums/guests/my/{token}/{path}").status_code == 404
    assert "refused: unknown" in caplog.text


def test_a_correction_keeps_the_earlier_text(client, proven):
    person, post = proven
    answer = client.post(f"{mine(person)}{post.uid}/edit/", {"text": "Bonjour à tous"})
    assert answer.status_code == 302
    post.refresh_from_db()
    assert (post.text, post.revisions.get().text, post.revisions.get().replaced_by) == ("Bonjour à tous", "Bonjour à toutes", None)
    assert "<p>Bonjour à tous</p>" in post.html


@pytest.mark.parametrize("text", ["", "  \n", "***", "x" * 200_000])
def test_a_correction_that_says_nothing_or_too_much_is_refused(client, proven, text):
    person, post = proven
    assert client.post(f"{mine(person)}{post.uid}/edit/", {"text": text}).status_code == 422
    post.refresh_from_db()
    assert post.text == "Bonjour à toutes"


def test_what_was_taken_down_or_closed_or_is_anothers_is_not_corrected(client, topic, proven, learner):
    person, post = proven
    others = reply_in(topic, learner)
    assert client.get(f"{mine(person)}{others.uid}/edit/").status_code == 404
    assert client.post(f"{mine(person)}{others.uid}/delete/").status_code == 404
    close_topic(topic=topic, is_closed=True, now=timezone.now())
    assert client.get(f"{mine(person)}{post.uid}/edit/").status_code == 403
    close_topic(topic=topic, is_closed=False, now=timezone.now())
    take_down(post=post, state=State.HIDDEN, now=timezone.now())
    assert client.get(f"{mine(person)}{post.uid}/edit/").status_code == 403
    assert client.post(f"{mine(person)}{post.uid}/delete/").status_code == 403
    others.refresh_from_db()
    assert others.state == State.PUBLISHED


def test_a_suspended_guest_corrects_nothing_but_may_withdraw(client, proven):
    person, post = proven
    Suspension.objects.create(guest=person, reason=Reason.SPAM, begins_at=post.written_at)
    assert client.post(f"{mine(person)}{post.uid}/edit/", {"text": "Autre"}).status_code == 403
    assert client.post(f"{mine(person)}{post.uid}/delete/").status_code == 302


def test_withdrawing_asks_first_and_leaves_a_tombstone(client, topic, proven):
    person, post = proven
    assert client.get(f"{mine(person)}{post.uid}/delete/").status_code == 200
    assert Post.objects.get(pk=post.pk).state == State.PUBLISHED
    client.post(f"{mine(person)}{post.uid}/delete/")
    post.refresh_from_db()
    assert (post.state, post.text) == (State.DELETED, "")
    assert client.post(f"{mine(person)}{post.uid}/delete/").status_code == 403


def test_the_name_is_hers_to_change(client, proven):
    person, _post = proven
    assert client.post(f"{mine(person)}name/", {"name": " Awa  D. "}).status_code == 302
    assert Guest.objects.get().name == "Awa D."
    answer = client.post(f"{mine(person)}name/", {"name": "***"})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text


def test_all_that_is_held_comes_as_one_file(client, topic, proven):
    person, post = proven
    client.post(f"{mine(person)}{post.uid}/edit/", {"text": "Corrigé"})
    subscribe(follower=person, topic=topic, now=timezone.now())
    answer = client.get(f"{mine(person)}data/")
    held = json.loads(answer.content)
    assert "attachment" in answer["Content-Disposition"]
    assert held["guest"]["email"] == "awa@example.org"
    assert (held["messages"][0]["text"], held["messages"][0]["earlier"][0]["text"]) == ("Corrigé", "Bonjour à toutes")
    assert held["follows"] == [{"topic": str(topic.uid), "rhythm": "at-once"}]


@pytest.mark.parametrize(("choice", "left"), [("keep", "Bonjour à toutes"), ("blank", "")])
def test_forgotten_she_is_nobody_and_her_texts_stay_or_go(client, topic, proven, choice, left):
    person, post = proven
    begun = topic_in(topic.forum, person, title="À moi")
    subscribe(follower=person, topic=topic, now=timezone.now())
    unsure = reply_in(topic, person, state=State.UNCONFIRMED)
    link = mine(person)
    assert client.post(f"{link}forget/", {"texts": choice}).status_code == 422
    assert client.get(f"{link}forget/").status_code == 200

    assert client.post(f"{link}forget/", {"texts": choice, "is_sure": "on"}).status_code == 302

    person.refresh_from_db()
    assert (person.email, person.name, person.erased_at is None) == (None, "", False)
    post.refresh_from_db()
    assert (post.guest, post.author, post.text) == (None, None, left)
    assert Topic.objects.get(pk=begun.pk).guest is None
    assert not Subscription.objects.exists()
    assert Post.objects.get(pk=unsure.pk).state == State.DELETED
    assert client.get(link).status_code == 404
    assert "Awa" not in client.get(f"/fr/forums/topics/{topic.uid}/").text


def test_the_address_is_free_again_afterwards(client, proven, posted):
    person, _post = proven
    client.post(f"{mine(person)}forget/", {"texts": "keep", "is_sure": "on"})
    post, _link = posted("awa@example.org")
    assert post.guest_id != person.pk


def test_a_lost_link_is_mailed_again_and_nobody_learns_who_wrote_here(client, proven):
    pages = [client.post("/fr/forums/guests/link/", {"email": email}) for email in ("AWA@example.org", "nobody@example.org")]
    assert {(page.status_code, page["Location"]) for page in pages} == {(302, "/fr/forums/guests/sent/")}
    assert [mail.to for mail in Message.objects.filter(kind="forums-guest")] == ["awa@example.org"]
    assert client.post("/fr/forums/guests/link/", {"email": "x"}).status_code == 422
    for _time in range(9):
        assert client.post("/fr/forums/guests/link/", {"email": "awa@example.org"}).status_code == 302
    assert Message.objects.filter(kind="forums-guest").count() == 5


def test_a_lost_link_of_somebody_who_never_confirmed_is_not_mailed(client, posted):
    posted()
    client.post("/fr/forums/guests/link/", {"email": "awa@example.org"})
    assert Message.objects.count() == 1


def test_what_waits_for_its_button_can_be_confirmed_from_here(client, topic, proven):
    person, _post = proven
    waits = reply_in(topic, person, text="Pas encore", state=State.UNCONFIRMED)
    entry = next(one for one in client.get(mine(person)).context["entries"] if one["post"] == waits)
    client.post(entry["confirm"])
    waits.refresh_from_db()
    assert waits.state == State.PUBLISHED


def test_every_change_is_a_post_with_a_token_against_forgery(client, proven):
    person, post = proven
    for path in ("name/", "turn/", "claim/"):
        assert client.get(f"{mine(person)}{path}").status_code == 405
    strict = type(client)(enforce_csrf_checks=True)
    for path in ("name/", "turn/", "claim/", "forget/", f"{post.uid}/edit/", f"{post.uid}/delete/"):
        assert strict.post(f"{mine(person)}{path}", {"name": "x", "text": "y"}).status_code == 403


def test_a_turned_link_is_refused_everywhere(client, proven):
    person, post = proven
    old = mine(person)
    turn_link(guest=person)
    for path in ("", "data/", "forget/", f"{post.uid}/edit/", f"{post.uid}/delete/"):
        assert client.get(old + path).status_code == 404
    for path in ("name/", "turn/", "claim/", "forget/", f"{post.uid}/edit/", f"{post.uid}/delete/"):
        assert client.post(old + path, {"name": "x"}).status_code == 404
    assert Guest.objects.get(pk=person.pk).name == "Awa Diop"


def test_the_cast_claims_only_with_the_same_proven_address(client, cast, proven):
    person, post = proven
    same = PersonFactory(email="awa@example.org")
    unproven = PersonFactory(email="awa2@example.org", is_confirmed=False)
    for user in (*cast.values(), unproven):
        client.logout()
        if not isinstance(user, AnonymousUser):
            client.force_login(user)
            assert not client.get(mine(person)).context["can_claim"]
        assert client.post(f"{mine(person)}claim/").status_code == 403
    post.refresh_from_db()
    assert post.guest == person
    client.force_login(same)
    assert client.get(mine(person)).context["can_claim"]
    assert client.post(f"{mine(person)}claim/").status_code == 302
    post.refresh_from_db()
    assert (post.author, post.guest) == (same, None)
