"""The whole cast over every kind of post and topic: each rule agrees with its queryset twin, and a table says who may what."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from content.audience import groups
from forums.boards import rules as boards
from forums.boards.models import Forum
from forums.discussions import rules as discussions
from forums.discussions.actions import delete_post, take_down
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from forums.moderation import rules as moderation
from forums.moderation.models import Decision
from tests.factories.content import page_below
from tests.factories.forums import NOW, general_forum, later, page_forum, reply_in, topic_in

pytestmark = pytest.mark.django_db
ROUND = "round:one"
WAYS = ("published", "waiting", "unconfirmed", "hidden", "rejected", "deleted", "closed")


class Keeper:
    """Lets learners read and write, the facilitator moderate, nobody else in."""

    ROLES = {"learner@example.org": {"read", "write"}, "facilitator@example.org": {"read", "write", "moderate"}}

    def may(self, user, audience, verb):
        return verb in self.ROLES.get(getattr(user, "email", ""), set())

    def audiences(self, user, verb):
        return [ROUND] if self.may(user, ROUND, verb) else []

    def name(self, audience):
        return "Round one"


@pytest.fixture
def keeper():
    groups.register("round", made := Keeper())
    yield made
    groups.unregister("round")


def topic_that(forum, writer, way):
    """Begin a topic that stands so."""
    state = State(way) if way in ("waiting", "unconfirmed") else State.WAITING if way == "rejected" else State.PUBLISHED
    topic = topic_in(forum, writer, state=state)
    first = topic.posts.get()
    if way in ("hidden", "rejected"):
        take_down(post=first, state=State(way), now=later(1))
    elif way == "deleted":
        delete_post(post=first, now=later(1))
    elif way == "closed":
        Topic.objects.filter(pk=topic.pk).update(closed_at=NOW)
    if way in ("published", "closed"):
        for inner in ("published", "waiting", "hidden", "rejected", "deleted"):
            post = reply_in(topic, writer, state=State.WAITING if inner in ("waiting", "rejected") else State.PUBLISHED)
            if inner == "deleted":
                delete_post(post=post, now=later(1))
            elif inner in ("hidden", "rejected"):
                take_down(post=post, state=State(inner), now=later(1))
    return topic


@pytest.fixture
def world(homes, keeper, learner, translator, visitor):
    """Forums of every kind, each with topics and posts of every kind, by a learner, by somebody else and by a guest."""
    page = page_below(homes["pt"])
    gone = page_below(homes["pt"], live=False)
    forums = {
        "general": general_forum(),
        "page": page_forum(page),
        "round": page_forum(page, audience=ROUND),
        "nobody's": page_forum(page, audience="other:two"),
        "shut": general_forum(is_closed=True),
        "gone": page_forum(gone),
    }
    for forum in forums.values():
        for way in WAYS:
            topic_that(forum, learner, way)
        for writer in (translator, visitor):
            topic_that(forum, writer, "published")
    return forums


def agree(people, things, rule, twin):
    """Hold a rule against its twin for everybody over everything."""
    for role, person in people.items():
        by_rule = {thing.pk for thing in things if rule(person, thing)}
        assert by_rule == set(twin(person).values_list("pk", flat=True)), f"{role}: {rule.__name__}"


def test_forums(cast, world):
    forums = list(Forum.objects.all())
    agree(cast, forums, boards.can_read, boards.visible_to)
    agree(cast, forums, boards.can_moderate, boards.moderated_by)


def test_topics(cast, world):
    topics = list(Topic.objects.select_related("forum"))
    agree(cast, topics, discussions.can_see_topic, discussions.topics_visible_to)
    agree(cast, topics, moderation.can_tend, moderation.tended_by)


def test_posts(cast, world):
    posts = list(Post.objects.select_related("topic__forum"))
    agree(cast, posts, discussions.can_see_post, discussions.posts_visible_to)
    agree(cast, posts, moderation.can_report, moderation.reportable_by)
    agree(cast, posts, moderation.can_decide, moderation.decidable_by)


def test_decisions(cast, world, learner, moderator, admin):
    now = timezone.now()
    for about in (learner, moderator, None):
        for by in (moderator, admin, None):
            for verb in ("hide", "dismiss", "release", "suspend"):
                for minutes, undone in ((1, None), (11, None), (1, now)):
                    at = now - timedelta(minutes=minutes)
                    Decision.objects.create(verb=verb, user=about, moderator=by, decided_at=at, undone_at=undone)
    decisions = list(Decision.objects.all())
    agree(cast, decisions, moderation.can_see_decision, moderation.decisions_about)
    agree(cast, decisions, lambda user, one: moderation.can_undo(user, one, now), lambda user: moderation.undoable_by(user, now))


EVERYBODY = "stranger learner facilitator moderator editor reviewer translator partner admin"
MEMBERS = "learner facilitator moderator editor reviewer translator partner admin"
OURS = "moderator admin"
# The posts are the learner's (her topic in each state); "round" is kept by Keeper. Columns: forum, state of the topic, then who may.
TABLE = [
    ("see", "general", "published", EVERYBODY),
    ("see", "general", "closed", EVERYBODY),
    ("see", "general", "waiting", "learner moderator admin"),
    ("see", "general", "unconfirmed", "learner"),
    ("see", "general", "hidden", "learner moderator admin"),
    ("see", "general", "rejected", "learner moderator admin"),
    ("see", "general", "deleted", OURS),
    ("see", "round", "published", "learner facilitator moderator admin"),
    ("see", "round", "hidden", "learner facilitator moderator admin"),
    ("see", "nobody's", "published", OURS),
    ("see", "gone", "published", ""),
    ("reply", "general", "published", EVERYBODY),
    ("reply", "general", "closed", OURS),
    ("reply", "general", "waiting", ""),
    ("reply", "general", "hidden", ""),
    ("reply", "shut", "published", OURS),
    ("reply", "round", "published", "learner facilitator moderator admin"),
    ("reply", "round", "closed", "facilitator moderator admin"),
    ("reply", "nobody's", "published", OURS),
    ("start", "general", "published", EVERYBODY),
    ("start", "shut", "published", OURS),
    ("start", "round", "published", "learner facilitator moderator admin"),
    ("start", "gone", "published", ""),
    ("edit", "general", "published", "learner moderator admin"),
    ("edit", "general", "waiting", "learner moderator admin"),
    ("edit", "general", "closed", OURS),
    ("edit", "general", "hidden", OURS),
    ("edit", "general", "rejected", OURS),
    ("edit", "general", "deleted", ""),
    ("delete", "general", "published", "learner"),
    ("delete", "general", "closed", "learner"),
    ("delete", "general", "waiting", "learner"),
    ("delete", "general", "hidden", ""),
    ("delete", "general", "deleted", ""),
    ("history", "general", "published", "learner moderator admin"),
    ("history", "round", "published", "learner facilitator moderator admin"),
    ("useful", "general", "published", "facilitator moderator editor reviewer translator partner admin"),
    ("useful", "general", "hidden", ""),
    ("useful", "round", "published", "facilitator moderator admin"),
    ("accept", "general", "published", "learner moderator admin"),
    ("accept", "general", "hidden", ""),
    ("report", "general", "published", "stranger facilitator moderator editor reviewer translator partner admin"),
    ("report", "general", "hidden", ""),
    ("report", "round", "published", "facilitator moderator admin"),
    ("decide", "general", "waiting", OURS),
    ("decide", "general", "unconfirmed", ""),
    ("decide", "general", "deleted", ""),
    ("decide", "round", "hidden", "facilitator moderator admin"),
    ("decide", "nobody's", "published", OURS),
    ("tend", "general", "published", OURS),
    ("tend", "round", "closed", "facilitator moderator admin"),
    ("suspend", "general", "published", OURS),
    ("enter", "general", "published", "facilitator moderator admin"),
]


def may(verb, user, topic, post):
    """Ask the rule behind a verb."""
    topic.is_question = True
    return {
        "see": lambda: discussions.can_see_post(user, post),
        "reply": lambda: discussions.can_reply(user, topic, NOW),
        "start": lambda: discussions.can_start_topic(user, topic.forum),
        "edit": lambda: discussions.can_edit(user, post, NOW),
        "delete": lambda: discussions.can_delete(user, post),
        "history": lambda: discussions.can_see_history(user, post),
        "useful": lambda: discussions.can_mark_useful(user, post),
        "accept": lambda: discussions.can_accept(user, topic),
        "report": lambda: moderation.can_report(user, post),
        "decide": lambda: moderation.can_decide(user, post),
        "tend": lambda: moderation.can_tend(user, topic),
        "suspend": lambda: moderation.can_suspend(user),
        "enter": lambda: moderation.can_enter(user),
    }[verb]()


def test_the_table_of_who_may_what(cast, homes, keeper, learner):
    page, gone = page_below(homes["pt"]), page_below(homes["pt"], live=False)
    forums = {
        "general": general_forum(),
        "round": page_forum(page, audience=ROUND),
        "nobody's": page_forum(page, audience="other:two"),
        "shut": general_forum(is_closed=True),
        "gone": page_forum(gone),
    }
    made = {}
    wrong = []
    for verb, place, way, allowed in TABLE:
        if (place, way) not in made:
            made[place, way] = topic_that(forums[place], learner, way)
        topic = Topic.objects.select_related("forum").get(pk=made[place, way].pk)
        post = Post.objects.select_related("topic__forum").filter(topic=topic).order_by("pk").first()
        found = {role for role, user in cast.items() if may(verb, user, topic, post)}
        if found != set(allowed.split()):
            wrong.append(f"{verb} {place} {way}: {sorted(found ^ set(allowed.split()))}")
    assert not wrong, "\n".join(wrong)


def test_an_account_that_is_not_in_use_may_what_a_stranger_may(world, learner, moderator):
    for person in (learner, moderator):
        person.is_active = False
        assert not moderation.can_enter(person)
        assert not moderation.decidable_by(person).exists()
        assert not moderation.decisions_about(person).exists()
        assert not boards.moderated_by(person).exists()


def test_ids_that_nobody_has_lead_nowhere(client, moderator):
    client.force_login(moderator)
    for path in ("posts/{}/case/", "posts/{}/amend/", "posts/{}/suspend/", "topics/{}/tend/", "topics/{}/split/", "topics/{}/merge/"):
        assert client.get("/en/forums/" + path.format(uuid4())).status_code == 404
