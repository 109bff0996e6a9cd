"""Who may be told of what: the cast over posts in every state, against what each may read."""

import pytest
from django.contrib.auth.models import AnonymousUser

from content.audience.actions import set_level
from forums.discussions.choices import State
from forums.discussions.models import Post
from forums.discussions.rules import can_see_post
from forums.moderation.models import Suspension
from forums.subscriptions.rules import can_be_told, reachable_guests, reachable_members
from tests.factories.accounts import PersonFactory
from tests.factories.content import page_below
from tests.factories.forums import NOW, guest, later, page_forum, reply_in, topic_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(cast, visitor):
    return {name: person for name, person in cast.items() if name != "stranger"} | {"guest": visitor}


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("is_closed", [False, True])
def test_people_are_told_of_what_others_wrote_and_they_may_read(homes, people, state, is_closed):
    page = page_below(homes["pt"])
    writer = PersonFactory()
    topic = topic_in(page_forum(page), writer)
    posts = {name: reply_in(topic, person) for name, person in (people | {"somebody": writer}).items()}
    Post.objects.filter(place__gt=1).update(state=state)
    if is_closed:
        set_level(translation_key=page.translation_key, level="members", now=NOW)
    for name, person in people.items():
        for whose, post in posts.items():
            held = Post.objects.select_related("topic__forum").get(pk=post.pk)
            reader = AnonymousUser() if name == "guest" else person
            expected = state == State.PUBLISHED and whose != name and can_see_post(reader, held)
            assert can_be_told(person, held) is expected, (name, whose, state)
            assert expected is (state == State.PUBLISHED and whose != name and not (is_closed and name == "guest"))


@pytest.mark.parametrize("state", [state for state in State if state != State.PUBLISHED])
def test_a_topic_that_was_taken_down_is_told_to_nobody(forum, moderator, state):
    topic = topic_in(forum)
    post = reply_in(topic)
    post.topic.state = state
    assert can_be_told(moderator, post) is False


def test_those_can_be_reached_who_can_sign_in_and_are_not_suspended(people):
    gone, away = PersonFactory(is_active=False), PersonFactory()
    suspension = Suspension.objects.create(user=away, reason="other", begins_at=later(1), ends_at=later(5))
    members = {person.pk for name, person in people.items() if name != "guest"}
    found = {moment: set(reachable_members(later(moment)).values_list("pk", flat=True)) for moment in (0, 1, 4, 5)}
    assert found == {0: members | {away.pk}, 1: members, 4: members, 5: members | {away.pk}}
    Suspension.objects.filter(pk=suspension.pk).update(released_at=later(2))
    assert away in reachable_members(later(3))
    Suspension.objects.create(user=away, reason="other", begins_at=later(3))
    assert away not in reachable_members(later(3))
    assert gone not in reachable_members(NOW)


def test_guests_can_be_reached_whose_address_is_proven_and_still_theirs(visitor, learner):
    guest(confirmed_at=None)
    guest(claimed_by=learner)
    guest(email=None, name="", erased_at=NOW)
    suspended = guest()
    Suspension.objects.create(guest=suspended, reason="other", begins_at=NOW)
    assert list(reachable_guests(NOW)) == [visitor]
