"""A post becomes news: to whom, why, when."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_q.models import OrmQ
from django_q.signing import SignedPackage

from content.audience import groups
from content.audience.actions import set_level
from forums.discussions.actions import publish, take_down
from forums.discussions.choices import State
from forums.moderation.models import Suspension
from forums.subscriptions.actions import subscribe, unsubscribe
from forums.subscriptions.choices import Reason, Rhythm
from forums.subscriptions.models import News
from forums.tracking.actions import mark_read
from tests.factories.accounts import PersonFactory
from tests.factories.content import page_below
from tests.factories.forums import NOW, guest, later, page_forum, reply_in, topic_in

pytestmark = pytest.mark.django_db


def reasons(post):
    return {str(row.user or row.guest): (row.reason, row.due_at) for row in News.objects.filter(post=post).select_related("user", "guest")}


def jobs():
    queued = [SignedPackage.loads(row.payload)["args"][1:3] for row in OrmQ.objects.order_by("pk")]
    return [(path, args) for path, args in queued if "letters" in path]


def test_what_others_can_read_is_queued_to_be_told_once(topic, learner):
    OrmQ.objects.all().delete()
    post = reply_in(topic, learner, state=State.WAITING)
    assert jobs() == []
    for _ in range(2):
        publish(post=post, now=NOW)
    assert jobs() == [("forums.letters.tasks.tell", [post.pk])]


def test_the_strongest_reason_wins_and_a_post_is_news_once(forum, tells):
    names = ("Ana Um", "Bia Dois", "Caio Tres", "Dina Quatro")
    called, answered, follower, neighbour = (PersonFactory(name=name) for name in names)
    topic = topic_in(forum, answered)
    reply_in(topic, called)
    for person in (called, answered, follower, neighbour):
        subscribe(follower=person, forum=forum, now=NOW)
    for person in (called, answered, follower):
        subscribe(follower=person, topic=topic, now=NOW)
    post = reply_in(topic, text="@Ana and you", parent=topic.posts.get(place=1), now=later(1))
    assert tells(post) == 4
    found = {name: reason for name, (reason, _) in reasons(post).items()}
    assert found == dict(zip(names, (Reason.MENTION, Reason.ANSWER, Reason.TOPIC, Reason.FORUM), strict=True))
    assert tells(post) == 0
    assert News.objects.filter(post=post).count() == 4


def test_nobody_is_told_of_her_own_post(topic, learner, visitor, tells):
    for person in (learner, visitor):
        subscribe(follower=person, topic=topic, now=NOW)
    tells(reply_in(topic, learner, text="@Inês"))
    tells(reply_in(topic, visitor))
    assert sorted(News.objects.values_list("user__name", "guest__name"), key=str) == [("Inês Mutombo", None), (None, "Awa Diop")]


def test_a_guest_who_asked_is_told_of_replies_to_nobody_in_particular(forum, visitor, learner, tells):
    topic = topic_in(forum, visitor)
    for parent in (None, topic.posts.get()):
        post = reply_in(topic, learner, parent=parent)
        tells(post)
        assert reasons(post) == {"Awa Diop": (Reason.ANSWER, NOW)}
    unsubscribe(follower=visitor, now=NOW)
    last = reply_in(topic, learner)
    tells(last)
    assert reasons(last) == {"Awa Diop": (Reason.ANSWER, None)}


def test_a_silenced_topic_stays_silent_though_its_forum_is_followed(topic, forum, facilitator, tells):
    subscribe(follower=facilitator, forum=forum, rhythm=Rhythm.AT_ONCE, now=NOW)
    subscribe(follower=facilitator, topic=topic, rhythm=Rhythm.NEVER, now=NOW)
    post, other = reply_in(topic), topic_in(forum).posts.get()
    tells(post)
    tells(other)
    assert reasons(post)["Adjoa Baptista"] == (Reason.TOPIC, None)
    assert reasons(other)["Adjoa Baptista"] == (Reason.FORUM, NOW)


def test_whoever_wants_no_mails_of_answers_still_gets_those_of_what_she_follows(topic, learner, tells):
    unsubscribe(follower=learner, now=NOW)
    subscribe(follower=learner, topic=topic, rhythm=Rhythm.AT_ONCE, now=NOW)
    post = reply_in(topic, text="@Inês?", parent=topic.posts.get())
    tells(post)
    assert reasons(post) == {"Inês Mutombo": (Reason.TOPIC, NOW)}


@pytest.mark.parametrize("fate", ["inactive", "erased", "suspended", "suspended for a while"])
def test_people_who_are_gone_or_suspended_are_not_told(topic, facilitator, tells, fate):
    subscribe(follower=facilitator, topic=topic, now=NOW)
    if fate == "inactive":
        facilitator.is_active = False
    elif fate == "erased":
        facilitator.is_active, facilitator.name, facilitator.erased_at = False, "", NOW
    else:
        Suspension.objects.create(user=facilitator, reason="other", begins_at=NOW, ends_at=later(9) if "while" in fate else None)
    facilitator.save()
    post = reply_in(topic, topic.author)
    assert tells(post, later(1)) == 0
    if fate == "suspended for a while":
        assert tells(post, later(10)) == 1
    if fate == "suspended":
        Suspension.objects.update(released_at=later(2))
        assert tells(post, later(3)) == 1


def test_guests_who_never_proved_their_address_or_are_members_by_now_are_not_told(topic, learner, tells):
    for number, fields in enumerate(({"confirmed_at": None}, {"claimed_by": learner}, {"email": None, "name": "", "erased_at": NOW})):
        subscribe(follower=guest(**{"name": f"G{number}"} | fields), topic=topic, now=NOW)
    suspended = guest()
    Suspension.objects.create(guest=suspended, reason="other", begins_at=NOW)
    subscribe(follower=suspended, topic=topic, now=NOW)
    post = reply_in(topic)
    tells(post, later(1))
    assert set(reasons(post)) <= {"Inês Mutombo"}


def test_a_page_that_closed_is_told_to_members_only(homes, learner, visitor, tells):
    page, writer = page_below(homes["pt"]), PersonFactory()
    topic = topic_in(page_forum(page), writer)
    for person in (learner, visitor):
        subscribe(follower=person, topic=topic, now=NOW)
    tells(open_post := reply_in(topic, writer))
    set_level(translation_key=page.translation_key, level="members", now=NOW)
    tells(closed_post := reply_in(topic, writer))
    assert set(reasons(open_post)) == {"Inês Mutombo", "Awa Diop"}
    assert set(reasons(closed_post)) == {"Inês Mutombo"}
    page.unpublish()
    assert tells(reply_in(topic, writer)) == 0


class Keeper:
    """Lets in whom it was told to."""

    def __init__(self, *people):
        self.people = people

    def may(self, user, audience, verb):
        return user.pk in [person.pk for person in self.people]

    def audiences(self, user, verb):
        return ["class:1"] if self.may(user, "class:1", verb) else []

    def name(self, audience):
        return "Class"


def test_a_closed_round_is_told_to_those_whom_its_keeper_lets_in(homes, learner, facilitator, visitor, tells):
    keeper = Keeper(learner)
    groups.register("class", keeper)
    try:
        topic = topic_in(page_forum(page_below(homes["pt"]), audience="class:1"))
        for person in (learner, facilitator, visitor):
            subscribe(follower=person, topic=topic, now=NOW)
        tells(post := reply_in(topic))
        assert set(reasons(post)) == {"Inês Mutombo"}
    finally:
        groups.unregister("class")


def test_what_was_taken_down_or_is_gone_is_told_to_nobody(topic, facilitator, tells):
    subscribe(follower=facilitator, topic=topic, now=NOW)
    post, gone = reply_in(topic, topic.author), reply_in(topic, topic.author)
    take_down(post=post, state=State.HIDDEN, now=NOW)
    assert tells(post) == 0
    pk = gone.pk
    gone.delete()
    gone.pk = pk
    assert tells(gone) == 0


def test_what_a_member_has_read_before_the_job_ran_is_not_new_to_her(topic, facilitator, learner, tells):
    for person in (facilitator, learner):
        subscribe(follower=person, topic=topic, now=NOW)
    post = reply_in(topic)
    mark_read(user=facilitator, topic=topic, place=post.place, now=NOW)
    tells(post)
    assert News.objects.get(user=facilitator).seen_at
    assert News.objects.get(user=learner).seen_at is None


def test_telling_costs_the_same_for_one_and_for_three_hundred(topic, tells, django_assert_max_num_queries):
    counts = []
    for number in (1, 300):
        for _ in range(number):
            subscribe(follower=guest(), topic=topic, now=NOW)
        post = reply_in(topic)
        with CaptureQueriesContext(connection) as asked:
            tells(post)
        counts.append(len([query for query in asked.captured_queries if not query["sql"].startswith(("SAVEPOINT", "RELEASE"))]))
    assert counts[0] <= 12
    assert counts[1] <= counts[0] + 3  # rows go in by some hundreds
