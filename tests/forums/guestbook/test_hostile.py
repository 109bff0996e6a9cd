"""What hostile people type as guests, and what they ask of others' links."""

import json
from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser
from uuid import uuid4

import pytest
from django.test import override_settings
from django.utils import timezone

from forums.discussions.choices import State
from forums.discussions.models import Post
from forums.guests.links import open_token
from forums.guests.models import Guest
from mail.composing import composed
from mail.models import Message
from tests.factories.forums import general_forum, reply_in

pytestmark = pytest.mark.django_db
HOSTILE = [
    "<script>alert(1)</script> mot",
    "<img src=x onerror=alert(1)> mot",
    "[mot](javascript:alert(1))",
    "[mot](data:text/html;base64,PHNjcmlwdD4=)",
    "<svg/onload=alert(1)> mot",
    '![mot](x" onerror="alert(1))',
    "<a href=' javascript:alert(1)'>mot</a>",
    "<style>*{display:none}</style> mot",
    "<form action=https://evil.example><input name=x> mot</form>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe> mot",
]


class Tags(HTMLParser):
    """The names and attributes of the tags of a page, as a browser would read them."""

    def __init__(self, page):
        super().__init__()
        self.names, self.attributes = set(), []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def body(answer):
    """Return what stands between header and footer, in small letters."""
    return answer.text.partition("<main")[2].partition("</main")[0].lower()


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_a_message_runs_on_the_pages_behind_the_links(client, posted, links_for, text):
    post, link = posted(text=text)
    mine = links_for("awa@example.org")[1]
    for page in (body(client.get(link)), body(client.get(mine))):
        found = Tags(page)
        assert not found.names & {"script", "svg", "style", "iframe", "img"}
        assert not [name for name, _value in found.attributes if name.startswith("on")]
        assert not [value for _name, value in found.attributes if value.strip().startswith(("javascript:", "data:", "https://evil"))]
        assert "mot" in page
    assert json.loads(client.get(f"{mine}data/").content)["messages"][0]["text"] == text
    assert client.get(f"{mine}{post.uid}/edit/").status_code == 200


def test_a_name_of_markup_is_words(client, posted):
    _post, link = posted(name="<b>Awa</b> & co")
    assert "&lt;b&gt;awa&lt;/b&gt; &amp; co" in body(client.get(link))


def test_a_name_goes_into_no_header_of_a_mail(posted):
    posted(name="Awa\r\nBcc: others@example.org")
    mail = message_from_bytes(composed(Message.objects.get(), None).message().as_bytes(), policy=default)
    assert mail["To"] == "awa@example.org"
    assert mail["Bcc"] is None
    assert "Awa" not in str(mail["Subject"])


@pytest.mark.parametrize("language", ["pt", "pt-br", "en", "es", "fr"])
def test_a_mail_has_both_parts_and_each_says_all(client, topic, typed_as, language):
    client.post(f"/{language}/forums/topics/{topic.uid}/reply/", typed_as())
    mail = message_from_bytes(composed(Message.objects.get(), None).message().as_bytes(), policy=default)
    plain, page = (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))
    for part in ("/guests/confirm/", "/guests/my/"):
        assert f"/{language}/forums{part}" in plain
        assert f"/{language}/forums{part}" in page
    assert f'<html lang="{language}">' in page
    assert mail["Content-Language"] == language
    assert mail["List-Unsubscribe"] is None  # essential: somebody asked for it just now


def test_many_addresses_from_one_network_are_slowed_at_last_not_at_first(client, topic, typed_as, monkeypatch):
    monkeypatch.setattr("forums.guestbook.actions.ask.PER_RANGE", 3)
    statuses = [
        client.post(f"/fr/forums/topics/{topic.uid}/reply/", typed_as(f"a{number}@example.org", text=f"Texte numéro {number}")).status_code
        for number in range(5)
    ]
    assert statuses == [302, 302, 302, 422, 422]
    assert Guest.objects.count() == 3


def test_what_was_typed_stays_when_somebody_is_slowed(client, topic, typed_as, monkeypatch):
    monkeypatch.setattr("forums.guestbook.actions.ask.PER_ADDRESS", 0)
    answer = client.post(f"/fr/forums/topics/{topic.uid}/reply/", typed_as(text="Mes mots restent"))
    assert answer.status_code == 422
    assert "Mes mots restent" in answer.text
    assert 'aria-invalid="true"' in answer.text


def test_a_link_of_another_site_with_another_key_opens_nothing(client, proven):
    person, _post = proven
    with override_settings(SECRET_KEY="another site"):
        token = open_token(guest=person.uid, turn=person.turn, now=timezone.now())
    assert client.get(f"/fr/forums/guests/my/{token}/").status_code == 404


def test_odd_verbs_and_ids_are_answered(client, proven):
    person, post = proven
    link = f"/fr/forums/guests/my/{open_token(guest=person.uid, turn=person.turn, now=timezone.now())}/"
    for verb in ("put", "delete", "patch"):
        assert getattr(client, verb)(link).status_code == 405
        assert getattr(client, verb)(f"{link}{post.uid}/delete/").status_code == 405
    assert client.get(f"{link}{uuid4()}/edit/").status_code == 404
    assert client.get(f"{link}1/edit/").status_code == 404
    assert Post.objects.get(pk=post.pk).state == State.PUBLISHED


def test_the_form_of_a_stranger_asks_as_much_whatever_stands_in_the_topic(client, topic, learner, django_assert_max_num_queries):
    client.get(f"/fr/forums/topics/{topic.uid}/reply/")
    counts = []
    for _number in range(2):
        with django_assert_max_num_queries(6) as asked:
            client.get(f"/fr/forums/topics/{topic.uid}/reply/")
        counts.append(len(asked))
        for _time in range(2):
            reply_in(topic, learner)
    assert len(set(counts)) == 1


def test_a_forum_that_a_stranger_may_not_read_tells_nothing_to_guests(client, homes, typed_as):
    forum = general_forum(audience="course:1")
    assert client.get(f"/fr/forums/{forum.uid}/new/").status_code == 404
    assert client.post(f"/fr/forums/{forum.uid}/new/", typed_as(title="Un")).status_code == 404
    assert not Message.objects.exists()
