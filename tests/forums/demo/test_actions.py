"""The discussions of the demo: written once, in the languages that people wrote them in."""

import pytest

from accounts.models import User
from forums.boards.models import Forum
from forums.demo.actions import load_threads
from forums.discussions.actions import recount
from forums.discussions.choices import Source, State
from forums.discussions.models import Post, Topic
from tests.factories.accounts import PersonFactory
from tests.factories.content import page_below
from tests.factories.forums import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def modules(homes):
    for role in ("learner", "facilitator", "moderator"):
        PersonFactory(email=f"{role}@example.org")
    return [page_below(homes["pt"], slug=slug) for slug in ("m1-conceitos", "m3-identificar", "sstc-m2-boas-praticas")]


def load():
    said = []
    return load_threads(now=NOW, say=said.append), said


def test_threads_are_written_once_in_several_languages(modules):
    assert load()[0] == 16
    assert load() == (0, ["The posts were there already."])
    assert set(Post.objects.values_list("language", flat=True)) == {"pt", "es", "fr", "en"}
    assert set(Post.objects.values_list("language_source", flat=True)) == {Source.AUTHOR}


def test_one_post_waits_for_a_moderator_and_is_read_by_nobody_else(modules, client):
    load()
    waiting = Post.objects.get(state=State.WAITING)
    assert waiting.guest.name == "Visitante"
    assert waiting.place is None
    assert "[aldeia]" not in client.get(f"/pt/forums/topics/{waiting.topic.uid}/").text


def test_a_question_has_its_answer_and_a_post_is_useful(modules):
    load()
    topic = Topic.objects.get(title__startswith="Idade mínima")
    assert topic.accepted.place == 2
    assert topic.accepted.useful_count == 2


def test_counters_are_true_and_nothing_is_from_the_future(modules):
    load()
    assert sum(recount(forum=forum) for forum in Forum.objects.all()) == 0
    assert Post.objects.filter(written_at__gt=NOW).count() == 0


def test_where_the_courses_of_the_demo_are_missing_the_general_forums_are_there(homes):
    for role in ("learner", "facilitator", "moderator"):
        PersonFactory(email=f"{role}@example.org")
    assert load()[0] == 6
    assert Forum.objects.general().count() == 2


def test_people_of_the_demo_who_only_write_cannot_sign_in_with_a_password(modules):
    load()
    assert not any(person.has_usable_password() for person in User.objects.filter(email__startswith="participant-"))
