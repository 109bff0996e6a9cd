"""The language of a post, corrected by one tap."""

from uuid import uuid4

import pytest

from content.audience.actions import set_level
from forums.discussions import actions as discussions
from forums.discussions.choices import Source, State
from forums.languages.models import LanguageVote
from forums.languages.views import MOST_AN_HOUR
from tests.factories.accounts import PersonFactory
from tests.factories.content import page_below
from tests.factories.forums import NOW, page_forum, reply_in, topic_in

pytestmark = pytest.mark.django_db


def where(post):
    return f"/pt/forums/posts/{post.uid}/language/"


@pytest.fixture
def post(topic, learner):
    return reply_in(topic, learner, text="Ok.", language="pt")


def test_a_stranger_is_led_to_the_sign_in_and_changes_nothing(client, post):
    assert "login" in client.get(where(post))["Location"]
    assert client.post(where(post), {"language": "fr"}).status_code == 403
    post.refresh_from_db()
    assert post.language == "pt"


@pytest.mark.parametrize(("role", "source"), [("learner", Source.AUTHOR), ("moderator", Source.MODERATOR)])
def test_the_word_of_writer_and_moderator_counts_at_once(client, cast, post, role, source):
    client.force_login(cast[role])
    answer = client.post(where(post), {"language": "fr"})
    assert answer["Location"].endswith("#p2")
    post.refresh_from_db()
    assert (post.language, post.language_source) == ("fr", source)


def test_readers_are_three(client, post):
    for number in range(3):
        client.force_login(PersonFactory())
        text = client.post(where(post), {"language": "es"}, follow=True).text
        post.refresh_from_db()
        assert post.language == ("es" if number == 2 else "pt")
        assert "alert" not in text.split("<main")[0]
    assert post.language_source == Source.READERS


def test_a_reader_who_says_it_twice_is_one_reader(client, post, facilitator):
    client.force_login(facilitator)
    for _ in range(4):
        client.post(where(post), {"language": "es"})
    post.refresh_from_db()
    assert post.language == "pt"
    assert LanguageVote.objects.count() == 1


@pytest.mark.parametrize("language", ["", "xx", "PT", "pt-br", "<script>", "x" * 5000, "pt\0"])
@pytest.mark.parametrize("role", ["learner", "facilitator", "moderator"])
def test_a_language_that_is_none_is_asked_again(client, cast, post, role, language):
    client.force_login(cast[role])
    answer = client.post(where(post), {"language": language})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert "<script>" not in answer.text.split("</head>")[1].split("<main")[1].split("</main>")[0]
    assert client.post(where(post), {}).status_code == 422


def test_readers_find_no_buttons_where_the_writer_has_spoken(client, post, facilitator):
    discussions.say_language(post=post, language="es", source=Source.AUTHOR)
    client.force_login(facilitator)
    assert 'name="language"' not in client.get(where(post)).text
    assert client.post(where(post), {"language": "fr"}).status_code == 403
    assert not LanguageVote.objects.exists()


@pytest.mark.parametrize("state", [State.HIDDEN, State.WAITING])
def test_a_post_that_one_may_not_read_is_not_there(client, topic, facilitator, state):
    post = reply_in(topic, text="hidden words", state=State.PUBLISHED if state == State.HIDDEN else state)
    if state == State.HIDDEN:
        discussions.take_down(post=post, state=state, now=NOW)
    client.force_login(facilitator)
    assert client.get(where(post)).status_code == 404
    assert client.post(where(post), {"language": "fr"}).status_code == 404
    assert client.get(f"/pt/forums/posts/{uuid4()}/language/").status_code == 404


def test_a_closed_page_keeps_its_posts_languages_closed(client, homes, learner):
    page = page_below(homes["pt"])
    post = reply_in(topic_in(page_forum(page)), text="secret")
    set_level(translation_key=page.translation_key, level="members", now=NOW)
    answer = client.get(where(post))
    assert answer.status_code == 302
    client.force_login(learner)
    assert client.get(where(post)).status_code == 200


def test_too_many_words_in_an_hour_are_refused_kindly(client, post, facilitator):
    client.force_login(facilitator)
    answers = [client.post(where(post), {"language": "es"}).status_code for _ in range(MOST_AN_HOUR + 1)]
    assert answers == [302] * MOST_AN_HOUR + [429]


def test_getting_the_page_changes_nothing(client, post, facilitator):
    client.force_login(facilitator)
    client.get(where(post) + "?language=fr")
    client.head(where(post))
    post.refresh_from_db()
    assert post.language == "pt"
    assert not LanguageVote.objects.exists()
