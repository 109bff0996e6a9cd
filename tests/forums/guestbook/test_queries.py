"""Questions about what guests wrote."""

import json
from uuid import uuid4

import pytest

from forums.discussions.actions import edit_post
from forums.discussions.choices import State
from forums.guestbook.actions import claim
from forums.guestbook.queries import PER_PAGE, held_of, own_post, post_of, selves_of, written_by
from forums.guests.links import Confirmation
from forums.moderation.choices import Reason, Verb
from forums.moderation.models import Decision
from forums.subscriptions.actions import subscribe
from tests.factories.accounts import PersonFactory
from tests.factories.forums import NOW, guest, reply_in

pytestmark = pytest.mark.django_db


def test_ones_messages_come_newest_first_a_page_and_one(topic, visitor):
    posts = [reply_in(topic, visitor) for _number in range(PER_PAGE + 3)]
    reply_in(topic, guest())
    first = written_by(visitor)
    assert first == posts[::-1][: PER_PAGE + 1]
    assert written_by(visitor, first[PER_PAGE - 1].uid) == posts[::-1][PER_PAGE:]
    assert written_by(visitor, uuid4()) == []


def test_another_guests_message_is_no_place_to_go_on_from(topic, visitor):
    theirs = reply_in(topic, guest())
    reply_in(topic, visitor)
    assert written_by(visitor, theirs.uid) == []


def test_decisions_that_say_something_come_with_them_unless_taken_back(topic, visitor):
    post = reply_in(topic, visitor)
    made = {"verb": Verb.HIDE, "post": post, "decided_at": NOW}
    told = Decision.objects.create(words="Un nom.", reason=Reason.CHILD, **made)
    Decision.objects.create(words="Erreur.", undone_at=NOW, **made)
    Decision.objects.create(**made)
    assert list(written_by(visitor)[0].decisions.all()) == [told]


def test_a_message_is_found_only_by_its_own_guest(topic, visitor):
    post = reply_in(topic, visitor)
    assert own_post(visitor, post.uid) == post
    assert own_post(guest(), post.uid) is None
    assert own_post(visitor, uuid4()) is None


def test_a_link_finds_its_message_or_none(topic, visitor):
    post = reply_in(topic, visitor, state=State.UNCONFIRMED)
    assert post_of(Confirmation(visitor.uid, post.uid, False, NOW)) == post
    assert post_of(Confirmation(visitor.uid, uuid4(), False, NOW)) is None


def test_a_person_was_the_guest_of_her_address_and_those_she_claimed(visitor):
    person = PersonFactory(email=visitor.email)
    earlier = guest(email="before@example.org")
    claim(guest=earlier, user=person, now=NOW)
    assert set(selves_of(person)) == {visitor, earlier}
    assert not selves_of(PersonFactory())


def test_the_file_is_plain_and_asks_as_much_for_three_messages_as_for_one(topic, visitor, django_assert_num_queries):
    post = reply_in(topic, visitor, text="avant")
    edit_post(post=post, text="après", by=None, now=NOW)
    subscribe(follower=visitor, topic=topic, now=NOW)
    with django_assert_num_queries(3):
        held = held_of(visitor)
    json.dumps(held)
    assert held["messages"][0]["earlier"] == [{"text": "avant", "replaced_at": NOW.isoformat()}]
    for _number in range(2):
        edit_post(post=reply_in(topic, visitor, text="un"), text="deux", by=None, now=NOW)
    with django_assert_num_queries(3):
        assert len(held_of(visitor)["messages"]) == 3


def test_the_file_of_somebody_who_never_confirmed_says_so(visitor):
    fresh = guest(confirmed_at=None)
    assert held_of(fresh)["guest"]["confirmed_at"] is None
    assert held_of(fresh)["messages"] == []
