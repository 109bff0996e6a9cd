"""Whether a text is read at once or looked at first."""

import pytest

from forums.brakes.rules import first_state, reviewed_state
from forums.discussions.choices import State
from forums.moderation.choices import Why
from forums.moderation.watching import has_link, has_watched_word, watched_words_in, why_look
from tests.factories.forums import general_forum, reply_in

pytestmark = pytest.mark.django_db


def test_guests_confirm_first_whatever_they_write(forum, visitor):
    assert first_state(visitor, forum, "Bonjour") == State.UNCONFIRMED
    assert reviewed_state(visitor, forum, "Bonjour") == State.PUBLISHED


def test_first_messages_wait_where_the_forum_says_so(homes, learner, moderator):
    forum = general_forum(checks_first_posts=True)
    assert first_state(learner, forum, "Hello") == State.WAITING
    assert first_state(moderator, forum, "Hello") == State.PUBLISHED


def test_links_of_new_people_wait_and_those_of_known_ones_do_not(forum, topic, facilitator):
    assert first_state(facilitator, forum, "See www.example.org") == State.WAITING
    reply_in(topic, facilitator)
    assert first_state(facilitator, forum, "See www.example.org") == State.PUBLISHED


def test_watched_words_wait_whoever_writes_but_moderators(forum, topic, learner, moderator):
    forum.watched_words = "crédito\ndinero fácil"
    assert first_state(learner, forum, "CREDITO já!") == State.WAITING
    assert first_state(learner, forum, "Um creditozinho") == State.PUBLISHED
    assert first_state(moderator, forum, "crédito") == State.PUBLISHED


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Dinero fácil aquí", ["dinero facil"], ["dinero facil"]),
        ("a.b", ["a.b", "a+b"], ["a.b"]),
        ("aXb", ["a.b"], []),
        ("nothing", [], []),
        ("(cash)", ["cash"], ["cash"]),
        ("cashier", ["cash"], []),
    ],
)
def test_words_are_found_whole_whatever_their_accents(text, words, found):
    assert watched_words_in(text, words) == found
    assert has_watched_word(text, words) == bool(found)


@pytest.mark.parametrize("text", ["https://x.example", "go to WWW.example.org", '<a rel="nofollow" href="x">y</a>', "HTTP://X"])
def test_links_are_seen(text):
    assert has_link(text)
    assert not has_link("The law of 2019, art. 3")


def test_every_reason_is_named():
    why = why_look("cash https://x.example", words=["cash"], is_known=False, checks_first_posts=True)
    assert why == [Why.WORD, Why.LINK, Why.FIRST]
    assert why_look("cash", words=["cash"], is_known=True, checks_first_posts=True) == [Why.WORD]
    assert why_look("calm", words=["cash"], is_known=True, checks_first_posts=True) == []
