"""Questions and where their lists go on."""

from datetime import UTC, datetime

import pytest

from forums.discussions.models import Post
from forums.finding.queries import PER_PAGE, Cursor, Question, posts_about
from tests.factories.accounts import PersonFactory
from tests.factories.forums import NOW, general_forum, later, reply_in, topic_in


@pytest.mark.parametrize(
    "word", ["", "-", "1", "1-", "-1", "a-1", "1-a", "1-1-1", "1e3-1", "٣-1", f"{10**17}-1", f"1-{2**63}", "9" * 50 + "-1"]
)
def test_a_word_that_is_no_cursor_is_none(word):
    assert Cursor.read(word) is None


@pytest.mark.parametrize("moment", [datetime(1970, 1, 1, tzinfo=UTC), datetime(2026, 11, 22, 1, 2, 3, 456789, tzinfo=UTC)])
def test_a_cursor_reads_what_it_writes(moment):
    cursor = Cursor(moment, 42)
    assert Cursor.read(str(cursor)) == cursor


def test_a_post_that_was_never_published_has_no_place_in_a_list():
    with pytest.raises(ValueError, match="published"):
        Cursor.after(Post())


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        (Question(), False),
        (Question("  "), False),
        (Question("?!"), False),
        (Question("?!", language="pt"), False),
        (Question("multa"), True),
        (Question(author="Inês"), True),
        (Question(author="%"), False),
        (Question(language="pt"), True),
    ],
)
def test_a_question_knows_whether_it_asks_for_anything(question, asks):
    assert question.asks == asks


@pytest.mark.django_db
def test_nothing_asked_costs_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert posts_about(Question("?!"), user=None) == []


@pytest.mark.django_db
def test_posts_of_the_same_moment_are_each_found_once(topic):
    posts = [reply_in(topic, text="multa", now=NOW) for _ in range(PER_PAGE + 5)]
    first = posts_about(Question("multa"), user=None)
    assert len(first) == PER_PAGE + 1
    second = posts_about(Question("multa"), user=None, after=Cursor.after(first[PER_PAGE - 1]))
    assert [post.pk for post in [*first[:PER_PAGE], *second]] == [post.pk for post in reversed(posts)]


@pytest.mark.django_db
def test_a_forum_narrows_words_writers_and_languages(topic, learner):
    there = general_forum()
    here = reply_in(topic, learner, text="multa", language="pt", now=later(1))
    away = topic_in(there, learner, text="multa", language="pt").posts.get()
    for question in (Question("multa"), Question(author="Mutombo"), Question(language="pt")):
        everywhere = {post.pk for post in posts_about(question, user=None)}
        assert {here.pk, away.pk} <= everywhere
        narrowed = Question(question.text, question.author, question.language, there)
        assert [post.pk for post in posts_about(narrowed, user=None)] == [away.pk]


@pytest.mark.django_db
def test_a_former_members_posts_are_found_by_words_and_by_no_name(topic):
    person = PersonFactory(name="Zulmira Tavares")
    post = reply_in(topic, person, text="padaria")
    assert [found.pk for found in posts_about(Question(author="Zulmira"), user=None)] == [post.pk]
    Post.objects.filter(pk=post.pk).update(author=None)
    assert posts_about(Question(author="Zulmira"), user=None) == []
    assert [found.pk for found in posts_about(Question("padarias"), user=None)] == [post.pk]
