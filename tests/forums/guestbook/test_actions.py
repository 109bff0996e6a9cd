"""Claiming, forgetting, vanishing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.actions import erase
from accounts.queries import has_proven, proven_by_address
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from forums.guestbook.actions import ask_to_confirm, claim, confirm, forget, sweep_unconfirmed
from forums.guestbook.queries import owner_of, selves_of
from forums.guests.models import Guest
from forums.moderation.choices import Reason
from forums.moderation.models import Suspension
from forums.moderation.queries import is_suspended
from forums.subscriptions.actions import subscribe
from forums.subscriptions.models import Subscription
from forums.wagtail_hooks import data_of_guest_selves, guests_sweeps
from mail.models import Message
from tests.factories.accounts import PersonFactory
from tests.factories.forums import NOW, guest, later, reply_in, topic_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(db):
    return PersonFactory(email="awa@example.org", name="Awa D.")


def test_claiming_moves_all_but_what_nobody_confirmed(topic, proven, member):
    person, post = proven
    begun = topic_in(topic.forum, person)
    unsure = reply_in(topic, person, state=State.UNCONFIRMED)
    subscribe(follower=person, topic=topic, now=NOW)

    assert claim(guest=person, user=member, now=NOW) == 2
    assert claim(guest=person, user=member, now=NOW) == 0

    for row in (post, begun, begun.posts.get()):
        row.refresh_from_db()
        assert (row.author, row.guest) == (member, None)
    unsure.refresh_from_db()
    assert (unsure.guest, unsure.state) == (person, State.UNCONFIRMED)
    assert Subscription.objects.get().user == member
    assert Guest.objects.get(pk=person.pk).claimed_by == member


def test_a_subscription_that_both_have_stays_the_members(topic, proven, member):
    person, _post = proven
    for follower in (person, member):
        subscribe(follower=follower, topic=topic, now=NOW)
    claim(guest=person, user=member, now=NOW)
    assert Subscription.objects.get().user == member


def test_a_suspension_is_not_shaken_off_by_an_account(proven, member):
    person, _post = proven
    Suspension.objects.create(guest=person, reason=Reason.SPAM, begins_at=NOW)
    claim(guest=person, user=member, now=NOW)
    assert is_suspended(member, later(5))


def test_confirming_twice_publishes_once(topic, visitor):
    post = reply_in(topic, visitor, state=State.UNCONFIRMED)
    given = {"guest": visitor, "owner": None, "follows": True, "language": "fr", "now": NOW}
    assert confirm(post=Post.objects.get(pk=post.pk), **given) == State.PUBLISHED
    assert confirm(post=Post.objects.get(pk=post.pk), **given) is None
    assert Topic.objects.get(pk=topic.pk).posts_count == 2
    assert Subscription.objects.count() == 1


def test_only_who_proved_an_address_owns_it(db, visitor):
    assert owner_of(visitor) is None
    person = PersonFactory(email=visitor.email, is_confirmed=False)
    assert owner_of(visitor) is None
    assert not has_proven(person, visitor.email)
    person.emailaddress_set.update(verified=True)
    assert owner_of(visitor) == person
    assert proven_by_address(" AWA@example.org ") == person
    person.is_active = False
    person.save()
    assert owner_of(visitor) is None


def test_an_erased_guest_has_no_owner(visitor):
    forget(guest=visitor, keeps_texts=True, now=NOW)
    forget(guest=visitor, keeps_texts=True, now=later(1))
    assert owner_of(visitor) is None
    assert Guest.objects.get(pk=visitor.pk).erased_at == NOW


def test_unconfirmed_messages_vanish_after_seven_days_and_topics_with_them(topic, forum, proven):
    person, read = proven
    new = guest(confirmed_at=None)
    old_topic = topic_in(forum, new, state=State.UNCONFIRMED)
    old_reply = reply_in(topic, person, state=State.UNCONFIRMED)
    young = reply_in(topic, person, state=State.UNCONFIRMED, now=NOW + timedelta(days=2))
    waits = reply_in(topic, person, state=State.WAITING)
    at = NOW + timedelta(days=7, minutes=1)

    assert sweep_unconfirmed(now=NOW + timedelta(days=6)) == 0
    assert sweep_unconfirmed(now=at) == 2
    assert sweep_unconfirmed(now=at) == 0

    assert not Topic.objects.filter(pk=old_topic.pk).exists()
    assert not Guest.objects.filter(pk=new.pk).exists()
    assert Guest.objects.filter(pk=person.pk).exists()
    assert not Post.objects.filter(pk=old_reply.pk).exists()
    assert set(Post.objects.filter(guest=person)) == {read, young, waits}


def test_a_guest_with_something_left_stays(topic, forum):
    new = guest(confirmed_at=None)
    reply_in(topic, new, state=State.UNCONFIRMED)
    reply_in(topic, new, state=State.UNCONFIRMED, now=NOW + timedelta(days=3))
    assert sweep_unconfirmed(now=NOW + timedelta(days=8)) == 1
    assert Guest.objects.filter(pk=new.pk).exists()


def test_the_sweep_takes_few_rows_at_a_time_and_is_hung_in(topic, visitor):
    old = {"guest": visitor, "text": "x", "html": "", "state": State.UNCONFIRMED, "written_at": NOW - timedelta(days=8)}
    posts = [Post(topic=topic, **old) for _number in range(120)]
    Post.objects.bulk_create(posts)
    ((_name, sweep),) = guests_sweeps()
    assert [sweep(NOW), sweep(NOW), sweep(NOW)] == [100, 20, 0]


def test_a_members_file_tells_what_she_wrote_before(topic, proven, member):
    assert data_of_guest_selves(member)["written_as_guest"][0]["messages"][0]["text"] == "Bonjour à toutes"
    assert data_of_guest_selves(PersonFactory()) == {"written_as_guest": []}


def test_an_unproven_account_neither_reads_nor_erases_a_guest(proven):
    person, _post = proven
    intruder = PersonFactory(email="awa@example.org", is_confirmed=False)
    assert not selves_of(intruder)
    erase(person=intruder, now=timezone.now())
    person.refresh_from_db()
    assert person.email == "awa@example.org"


def test_with_the_member_the_guest_is_forgotten(topic, proven, member):
    person, post = proven
    claim(guest=person, user=member, now=NOW)
    unsure = reply_in(topic, person, state=State.UNCONFIRMED)
    erase(person=member, now=NOW)
    person.refresh_from_db()
    assert (person.email, person.name) == (None, "")
    assert Post.objects.get(pk=unsure.pk).guest is None
    assert Post.objects.get(pk=post.pk).text == "Bonjour à toutes"


@pytest.mark.parametrize("language", ["pt", "pt-br", "en", "es", "fr"])
def test_the_mails_speak_every_language_and_are_small(topic, visitor, language):
    post = reply_in(topic, visitor, state=State.UNCONFIRMED)
    ask_to_confirm(guest=visitor, post=post, follows=False, language=language, now=NOW)
    mail = Message.objects.get()
    assert f"/{language}/forums/guests/confirm/" in mail.text
    assert f"/{language}/forums/guests/my/" in mail.html
    assert mail.language == language
    assert len(mail.html.encode()) + len(mail.text.encode()) < 30_000
