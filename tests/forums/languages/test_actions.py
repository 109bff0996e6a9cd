"""A language is found in the text, said by readers, by the writer, by a moderator: each with its own weight."""

import pytest

from forums.discussions import actions as discussions
from forums.discussions.choices import Source, State
from forums.discussions.models import Post
from forums.discussions.signals import post_language_said
from forums.languages.actions import find_language, vote
from forums.languages.models import LanguageVote
from tests.factories.accounts import PersonFactory
from tests.factories.forums import later, reply_in

pytestmark = pytest.mark.django_db

SILENT = ["Merci !", "https://example.org/le-guide-des-inspecteurs-du-travail", "> Chez nous les enfants partent", "12 % · 14 %", "👍👍"]
FRENCH = "Chez nous les enfants partent au champ avant d’aller à l’école."


def known(post):
    post.refresh_from_db()
    return post.language, post.language_source


@pytest.fixture
def heard():
    """Collect the posts whose language was announced."""
    posts = []

    def ear(sender, post, **kwargs):
        posts.append(post.pk)

    post_language_said.connect(ear)
    yield posts
    post_language_said.disconnect(ear)


def test_a_text_tells_its_language_whatever_was_supposed(topic):
    assert known(reply_in(topic, text=FRENCH, language="pt")) == ("fr", Source.FOUND)


@pytest.mark.parametrize(
    "text", ["Merci !", "https://example.org/le-guide-des-inspecteurs-du-travail", "> " + FRENCH, "12 % · 14 %", "👍👍"]
)
def test_where_the_text_tells_nothing_what_was_supposed_stands(topic, text):
    assert known(reply_in(topic, text=text, language="pt")) == ("pt", Source.PRIOR)


def test_a_text_in_another_language_than_the_sites_is_undetermined(topic):
    text = "Non sei se os nenos da aldea van á escola, pero pola mañá hai moita xente na praza."
    assert known(reply_in(topic, text=text, language="pt")) == ("", Source.FOUND)


def test_an_edit_is_looked_at_again(topic, learner):
    post = reply_in(topic, learner, text=FRENCH, language="pt")
    discussions.edit_post(post=post, text="A cooperativa entregou as luvas, mas ninguém as usa.", by=learner, now=later(1))
    assert known(post) == ("pt", Source.FOUND)
    discussions.edit_post(post=post, text="Ok.", by=learner, now=later(2))
    assert known(post) == ("pt", Source.FOUND)


def test_what_its_writer_chose_is_never_overruled_by_the_text(topic, learner):
    post = reply_in(topic, learner, text=FRENCH, language="es", is_sure_of_language=True)
    assert known(post) == ("es", Source.AUTHOR)
    assert not find_language(post=post)
    assert known(post) == ("es", Source.AUTHOR)


@pytest.mark.parametrize("source", [Source.READERS, Source.AUTHOR, Source.MODERATOR])
def test_what_people_said_stays_whatever_the_text_tells(topic, source):
    post = reply_in(topic, text="Ok", language="pt")
    discussions.say_language(post=post, language="en", source=source)
    post.text = FRENCH
    assert not find_language(post=post)
    assert known(post) == ("en", source)


def test_finding_twice_announces_once(topic, heard):
    post = reply_in(topic, text=FRENCH, language="pt")
    assert heard == [post.pk]
    assert find_language(post=post)
    assert heard == [post.pk]


def test_a_post_that_has_gone_is_no_error(topic):
    post = reply_in(topic, text="Ok", language="pt")
    post.text = FRENCH
    Post.objects.filter(pk=post.pk).delete()
    assert not find_language(post=post)


def test_three_readers_who_agree_change_it(topic, heard):
    post = reply_in(topic, text="Ok", language="pt")
    assert [vote(post=post, user=PersonFactory(), language="es") for _ in range(3)] == [False, False, True]
    assert known(post) == ("es", Source.READERS)
    assert heard == [post.pk]


def test_a_reader_has_one_word_her_last(topic):
    post, reader = reply_in(topic, text="Ok", language="pt"), PersonFactory()
    for language in ("es", "es", "es", "fr"):
        assert not vote(post=post, user=reader, language=language)
    assert LanguageVote.objects.get(post=post).language == "fr"
    assert known(post) == ("pt", Source.PRIOR)


def test_readers_who_confirm_what_was_supposed_make_it_certain(topic):
    post = reply_in(topic, text="Ok", language="pt")
    assert [vote(post=post, user=PersonFactory(), language="pt") for _ in range(3)] == [False, False, False]
    assert known(post) == ("pt", Source.READERS)


def test_as_many_who_disagree_change_nothing_and_one_more_does(topic):
    post = reply_in(topic, text="Ok", language="pt")
    for language in ("es", "es", "fr", "fr", "es", "fr"):
        vote(post=post, user=PersonFactory(), language=language)
    assert known(post) == ("es", Source.READERS)
    assert vote(post=post, user=PersonFactory(), language="fr")
    assert known(post) == ("fr", Source.READERS)


def test_readers_do_not_overrule_the_writer_and_a_moderator_does(topic, learner):
    post = reply_in(topic, learner, text="Ok", language="es", is_sure_of_language=True)
    for _ in range(4):
        assert not vote(post=post, user=PersonFactory(), language="fr")
    assert known(post) == ("es", Source.AUTHOR)
    assert discussions.say_language(post=post, language="fr", source=Source.MODERATOR)
    assert not discussions.say_language(post=post, language="es", source=Source.AUTHOR)


def test_posts_that_wait_are_looked_at_too(topic):
    assert known(reply_in(topic, text=FRENCH, language="pt", state=State.WAITING)) == ("fr", Source.FOUND)
