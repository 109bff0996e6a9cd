"""What search knows is what is read."""

from datetime import timedelta

import pytest

from forums.discussions import actions as discussions
from forums.discussions.choices import Source, State
from forums.discussions.models import Post
from forums.finding.actions import catch_up, forget_post, index_post
from forums.finding.models import PostWord
from forums.finding.wording import READ
from tests.factories.forums import NOW, later, reply_in, topic_in

pytestmark = pytest.mark.django_db


def stems(post):
    return set(PostWord.objects.filter(post=post).exclude(stem=READ).values_list("stem", flat=True))


def test_a_post_is_read_when_others_read_it(topic):
    assert "tijol" in stems(reply_in(topic, text="Tijolos molhados"))


@pytest.mark.parametrize("state", [State.WAITING, State.UNCONFIRMED])
def test_a_post_that_waits_is_not_known_until_it_is_published(topic, state):
    post = reply_in(topic, text="Tijolos molhados", state=state)
    assert not PostWord.objects.filter(post=post).exists()
    discussions.publish(post=post, now=later(1))
    assert "tijol" in stems(post)


def test_hidden_and_deleted_posts_are_forgotten_at_once_and_come_back_with_restoring(topic, learner):
    hidden, deleted = (reply_in(topic, learner, text="Tijolos molhados") for _ in range(2))
    discussions.take_down(post=hidden, state=State.HIDDEN, now=later(1))
    discussions.delete_post(post=deleted, now=later(1))
    assert not PostWord.objects.filter(post__in=[hidden, deleted]).exists()
    discussions.publish(post=hidden, now=later(2))
    assert "tijol" in stems(hidden)


def test_an_edit_changes_what_is_known(topic, learner):
    post = reply_in(topic, learner, text="Tijolos molhados")
    discussions.edit_post(post=post, text="Redes secas", by=learner, now=later(1))
    assert "tijol" not in stems(post)
    assert any(stem.startswith("sec") for stem in stems(post))


def test_the_first_post_bears_the_title_also_a_new_one(forum, learner):
    topic = topic_in(forum, learner, title="Olarias", text="Quem sabe?")
    post = topic.posts.get()
    assert any(stem.startswith("olar") for stem in stems(post))
    discussions.edit_post(post=post, text=post.text, title="Pescadores", by=learner, now=later(1))
    assert any(stem.startswith("pesc") for stem in stems(post))
    assert not any(stem.startswith("olar") for stem in stems(post))


def test_another_language_is_another_reading(topic):
    post = reply_in(topic, text="inspections", language="pt")
    before = stems(post)
    discussions.say_language(post=post, language="fr", source=Source.MODERATOR)
    assert stems(post) != before


def test_reading_twice_and_a_post_that_has_gone_are_no_errors(topic):
    post = reply_in(topic, text="Tijolos molhados")
    known = stems(post)
    assert index_post(post_id=post.pk) == index_post(post_id=post.pk) == len(known) + 1
    assert stems(post) == known
    Post.objects.filter(pk=post.pk).delete()
    assert index_post(post_id=post.pk) == forget_post(post_id=post.pk) == 0


def test_a_post_without_words_is_known_too(topic):
    post = reply_in(topic, text="👍👍👍")
    assert stems(post) == set()
    assert PostWord.objects.filter(post=post, stem=READ).exists()


def test_posts_of_the_last_days_that_nobody_announced_are_caught_up(topic):
    posts = [reply_in(topic, text=f"Tijolos {number}") for number in range(3)]
    old = reply_in(topic, text="Tijolos antigos", now=NOW - timedelta(days=9))
    PostWord.objects.all().delete()
    assert catch_up(now=later(1), limit=2) == 2
    assert catch_up(now=later(1)) == 2
    assert catch_up(now=later(1)) == 0
    assert all("tijol" in stems(post) for post in posts)
    assert stems(old) == set()
