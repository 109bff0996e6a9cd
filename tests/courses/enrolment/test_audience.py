"""The forums of an edition: who reads, writes and moderates, and which forum stands below a module."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from content.audience import groups
from courses.editions.actions import announce_edition, close_edition
from courses.enrolment.actions import withdraw
from courses.enrolment.audience import keeper
from forums.boards import rules as boards
from forums.boards.models import Forum
from forums.boards.queries import places
from tests.factories.accounts import PersonFactory
from tests.factories.forums import page_forum, topic_in
from tests.factories.learning import NOW, edition_of, enrolled, run

pytestmark = pytest.mark.django_db
VERBS = ("read", "write", "moderate")


@pytest.fixture
def world(course, modules, cast):
    """Two announced editions and a closed one: the learner takes part in one and the closed one, the facilitator runs the same."""
    made = {name: edition_of(course, name=name, stage="draft") for name in ("mine", "others", "closed")}
    for edition in made.values():
        announce_edition(edition=edition, by=cast["admin"], now=NOW)
    for name in ("mine", "closed"):
        enrolled(cast["learner"], made[name])
        run(made[name], cast["facilitator"])
    close_edition(edition=made["closed"], by=cast["admin"], now=NOW)
    for state in ("asked", "waiting", "refused", "withdrawn"):
        enrolled(PersonFactory(email=f"{state}@example.org"), made["mine"], state=state)
    return made


def fresh(user):
    """Return the person as another request has her: nothing remembered."""
    return User.objects.get(pk=user.pk) if user.pk else AnonymousUser()


def may(user, edition):
    return {verb for verb in VERBS if keeper.may(fresh(user), edition.audience, verb)}


def test_the_table_of_who_may_what(world, cast):
    learner, facilitator = cast["learner"], cast["facilitator"]
    assert may(learner, world["mine"]) == {"read", "write"}
    assert may(learner, world["closed"]) == {"read"}
    assert may(learner, world["others"]) == set()
    assert may(facilitator, world["mine"]) == set(VERBS)
    assert may(facilitator, world["closed"]) == {"read", "moderate"}
    assert may(facilitator, world["others"]) == set()
    for who in ("editor", "admin"):
        assert may(cast[who], world["others"]) == set(VERBS)
    for who in ("stranger", "moderator", "reviewer", "translator", "partner"):
        assert may(cast[who], world["mine"]) == set()
    for state in ("asked", "waiting", "refused", "withdrawn"):
        assert may(User.objects.get(email=f"{state}@example.org"), world["mine"]) == set()


@pytest.mark.parametrize("verb", VERBS)
def test_the_keeper_agrees_with_its_twin(world, cast, verb):
    for who, user in cast.items():
        listed = set(keeper.audiences(fresh(user), verb))
        for name, edition in world.items():
            assert (edition.audience in listed) is keeper.may(fresh(user), edition.audience, verb), (who, name)


@pytest.mark.parametrize("audience", ["edition:", "edition:x", "edition:00000000-0000-0000-0000-000000000000", "edition"])
def test_an_edition_that_is_none_lets_nobody_in(cast, audience):
    for user in cast.values():
        assert not any(keeper.may(user, audience, verb) for verb in VERBS)
    assert keeper.name(audience) == ""


def test_the_forums_themselves_follow(world, cast):
    forum = Forum.objects.filter(audience=world["mine"].audience).first()
    shut = Forum.objects.filter(audience=world["closed"].audience).first()
    for who, reads, writes in (
        ("learner", True, True),
        ("facilitator", True, True),
        ("reviewer", False, False),
        ("stranger", False, False),
    ):
        user = fresh(cast[who])
        assert (boards.can_read(user, forum), boards.can_write(user, forum)) == (reads, writes), who
        assert (forum in boards.visible_to(fresh(cast[who]))) is reads
    learner = fresh(cast["learner"])
    assert (boards.can_read(learner, shut), boards.can_write(learner, shut)) == (True, False)
    assert boards.can_moderate(fresh(cast["facilitator"]), forum)
    assert not boards.can_moderate(learner, forum)


def test_who_withdraws_reads_no_more_at_once(world, cast):
    learner = fresh(cast["learner"])
    enrolment = world["mine"].enrolments.get(person=learner)
    assert keeper.may(learner, world["mine"].audience, "read")
    withdraw(enrolment=enrolment, by=learner, now=NOW)
    assert not keeper.may(fresh(learner), world["mine"].audience, "read")


def test_the_edition_that_goes_on_comes_first(world, cast):
    assert groups.joined(fresh(cast["learner"])) == [world["mine"].audience, world["closed"].audience]
    assert groups.joined(fresh(cast["facilitator"]))[0] == world["mine"].audience
    assert groups.joined(fresh(cast["admin"])) == []
    assert groups.joined(AnonymousUser()) == []


def test_a_learner_costs_one_question_and_staff_a_few(world, cast, django_assert_num_queries):
    learner = fresh(cast["learner"])
    with django_assert_num_queries(1):
        for verb in VERBS:
            keeper.may(learner, world["mine"].audience, verb)
            keeper.audiences(learner, verb)
        groups.joined(learner)
    facilitator = fresh(cast["facilitator"])
    with CaptureQueriesContext(connection) as asked:
        groups.joined(facilitator)
    assert len(asked) == 1


def below(client, user, module):
    if user.pk:
        client.force_login(user)
    else:
        client.logout()
    return client.get(f"/en/courses/inspection/{module.slug}/").text


def test_below_a_module_stands_the_forum_of_ones_own_edition_else_the_public_one(client, world, cast, modules):
    module = modules[0]
    topic_in(page_forum(module), title="In public")
    for name, edition in world.items():
        topic_in(Forum.objects.get(key=module.translation_key, audience=edition.audience), title=f"Among {name}")
    for who, seen in (("learner", "Among mine"), ("facilitator", "Among mine"), ("stranger", "In public"), ("admin", "In public")):
        text = below(client, cast[who], module)
        shown = {title for title in ("In public", "Among mine", "Among others", "Among closed") if title in text}
        assert shown == {seen}, who


def test_after_the_end_one_reads_the_forum_and_finds_no_button_to_write(client, world, cast, modules):
    close_edition(edition=world["mine"], by=cast["admin"], now=NOW)
    text = below(client, cast["learner"], modules[0])
    assert "Start a topic" not in text


def test_a_module_page_signed_in_with_its_forum_costs_at_most_eight(client, world, cast, modules):
    module = modules[0]
    forum = Forum.objects.get(key=module.translation_key, audience=world["mine"].audience)
    for number in range(10):
        topic_in(forum, title=f"Topic {number}")
    client.force_login(cast["learner"])
    where = f"/en/courses/inspection/{module.slug}/"
    client.get(where)
    with CaptureQueriesContext(connection) as asked:
        assert "Topic 9" in client.get(where).text
    assert len(asked) <= 8, [query["sql"][:150] for query in asked.captured_queries]


def test_topics_of_an_edition_are_read_by_its_people_only(client, world, cast, modules):
    forum = Forum.objects.get(key=modules[0].translation_key, audience=world["mine"].audience)
    topic = topic_in(forum, title="Among ourselves")
    for who, status in (("learner", 200), ("facilitator", 200), ("reviewer", 404)):
        client.force_login(cast[who])
        assert client.get(f"/en/forums/topics/{topic.uid}/").status_code == status, who
    client.logout()
    assert client.get(f"/en/forums/topics/{topic.uid}/").status_code in (302, 404)
    assert client.get(f"/en/forums/{forum.uid}/").status_code in (302, 404)


def test_a_list_of_forums_names_all_editions_by_one_question(world, modules, django_assert_num_queries):
    counts = []
    for forums in (Forum.objects.exclude(audience="")[:1], Forum.objects.exclude(audience="")[:6]):
        rows = list(forums)
        with CaptureQueriesContext(connection) as asked:
            named = places(rows, "en")
        counts.append(len(asked))
        assert all(" · " in place.title for place in named.values())
    assert counts[0] == counts[1] == 2
