"""The language of what is posted on the site, from the form to the page."""

from uuid import uuid4

import pytest

from forums.discussions.choices import Source
from forums.discussions.models import Post
from tests.factories.accounts import PersonFactory
from tests.factories.forums import reply_in

pytestmark = pytest.mark.django_db

FRENCH = "Chez nous les enfants partent au champ avant d’aller à l’école."
PORTUGUESE = "A cooperativa entregou as luvas, mas ninguém as usa por causa do calor."


def post_reply(client, topic, text, *, under="pt", language="", to=None):
    """Reply on the site and return the post."""
    token = uuid4()
    query = f"?to={to.uid}" if to else ""
    answer = client.post(f"/{under}/forums/topics/{topic.uid}/reply/{query}", {"text": text, "language": language, "token": str(token)})
    assert answer.status_code == 302
    return Post.objects.get(token=token)


@pytest.fixture(autouse=True)
def signed_in(client, learner):
    client.force_login(learner)


@pytest.mark.parametrize("under", ["pt", "pt-br", "en", "es", "fr"])
def test_a_clear_text_has_its_language_under_every_interface(client, topic, under):
    post = post_reply(client, topic, FRENCH, under=under)
    assert (post.language, post.language_source) == ("fr", Source.FOUND)


@pytest.mark.parametrize(("under", "supposed"), [("pt", "pt"), ("pt-br", "pt"), ("es", "es"), ("en", "en")])
def test_a_short_text_is_supposed_to_be_in_the_language_that_is_read(client, topic, under, supposed):
    post = post_reply(client, topic, "Ok!", under=under)
    assert (post.language, post.language_source) == (supposed, Source.PRIOR)


def test_a_short_answer_is_supposed_to_be_in_the_language_of_what_it_answers(client, topic):
    parent = reply_in(topic, text=FRENCH)
    post = post_reply(client, topic, "Ok!", under="en", to=parent)
    assert (post.language, post.language_source) == ("fr", Source.PRIOR)


def test_what_is_quoted_tells_nothing_about_who_quotes(client, topic):
    post = post_reply(client, topic, f"> {FRENCH}\n\n{PORTUGUESE}", under="en")
    assert (post.language, post.language_source) == ("pt", Source.FOUND)


def test_what_is_chosen_in_the_form_stands(client, topic):
    post = post_reply(client, topic, FRENCH, language="es")
    assert (post.language, post.language_source) == ("es", Source.AUTHOR)


def test_the_page_says_the_language_of_each_text_that_is_not_its_own(client, topic):
    post_reply(client, topic, FRENCH)
    post_reply(client, topic, PORTUGUESE)
    text = client.get(f"/pt/forums/topics/{topic.uid}/").text
    assert text.count('class="said" dir="auto" lang="fr"') == 1
    assert 'dir="auto" lang="pt"' not in text


def test_an_edit_on_the_site_is_looked_at_and_a_correction_survives_it(client, topic, learner):
    post = post_reply(client, topic, FRENCH)
    client.post(f"/pt/forums/posts/{post.uid}/edit/", {"text": PORTUGUESE, "language": "", "token": str(uuid4())})
    post.refresh_from_db()
    assert post.language == "pt"
    client.post(f"/pt/forums/posts/{post.uid}/language/", {"language": "es"})
    client.post(f"/pt/forums/posts/{post.uid}/edit/", {"text": FRENCH, "language": "", "token": str(uuid4())})
    post.refresh_from_db()
    assert (post.text, post.language, post.language_source) == (FRENCH, "es", Source.AUTHOR)


def test_a_text_corrected_into_another_language_leaves_the_list_of_that_language(client, forum, topic):
    first = topic.posts.get()
    client.force_login(PersonFactory(groups=["moderator"]))
    client.post(f"/pt/forums/posts/{first.uid}/language/", {"language": "fr"})
    assert topic.title not in client.get(f"/pt/forums/{forum.uid}/?read=es").text
    assert topic.title in client.get(f"/pt/forums/{forum.uid}/?read=fr").text
