"""Who may say in which language a post is."""

import pytest

from content.audience.actions import set_level
from forums.discussions import actions as discussions
from forums.discussions.choices import Source, State
from forums.discussions.models import Post
from forums.languages.rules import can_say_language, corrected_by, own_source
from tests.factories.content import page_below
from tests.factories.forums import NOW, page_forum, reply_in, topic_in

pytestmark = pytest.mark.django_db


def test_rule_and_queryset_say_the_same_for_the_whole_cast(cast, topic, homes, learner):
    page = page_below(homes["pt"], title="Closed")
    closed = topic_in(page_forum(page), learner)
    set_level(translation_key=page.translation_key, level="members", now=NOW)
    posts = [reply_in(where, learner) for where in (topic, closed)]
    posts += [reply_in(topic, learner, state=state) for state in (State.WAITING, State.UNCONFIRMED)]
    hidden, deleted = reply_in(topic, learner), reply_in(topic, learner)
    discussions.take_down(post=hidden, state=State.HIDDEN, now=NOW)
    discussions.delete_post(post=deleted, now=NOW)
    for role, person in cast.items():
        allowed = set(corrected_by(person).values_list("pk", flat=True))
        for post in Post.objects.select_related("topic__forum"):
            assert can_say_language(person, post) == (post.pk in allowed), (role, post.state)
    assert not corrected_by(cast["stranger"]).exists()


@pytest.mark.parametrize(
    ("said_by", "allowed"),
    [
        (Source.PRIOR, {"learner", "facilitator", "moderator"}),
        (Source.FOUND, {"learner", "facilitator", "moderator"}),
        (Source.READERS, {"learner", "facilitator", "moderator"}),
        (Source.AUTHOR, {"learner", "moderator"}),
        (Source.MODERATOR, {"moderator"}),
    ],
)
def test_a_word_stands_against_those_with_less_right(cast, topic, learner, said_by, allowed):
    post = reply_in(topic, learner, text="Ok")
    discussions.say_language(post=post, language="es", source=said_by)
    assert {role for role in ("learner", "facilitator", "moderator") if can_say_language(cast[role], post)} == allowed


def test_each_speaks_with_her_own_right(topic, learner, facilitator, moderator):
    post = reply_in(topic, learner)
    assert [own_source(person, post) for person in (facilitator, learner, moderator)] == [Source.READERS, Source.AUTHOR, Source.MODERATOR]
