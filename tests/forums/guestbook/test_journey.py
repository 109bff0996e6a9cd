"""A guest's whole way, with a real mail server: she writes, confirms, is read, answered, has an account, takes her words along."""

import re
import socket
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from uuid import uuid4

import pytest
from aiosmtpd.controller import Controller
from django.utils import timezone

from accounts.models import User
from content.pages.models import ArticlePage
from forums.boards.actions import open_forum
from forums.brakes.trap import stamp
from forums.discussions.actions import publish
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from forums.guestbook.actions import sweep_unconfirmed
from forums.guests.models import Guest
from forums.subscriptions.models import Subscription
from tests.factories.content import page_below, published
from tests.factories.forums import NOW

pytestmark = pytest.mark.django_db
AWA = "awa@example.org"
BEGAN = stamp(NOW)


class Letterbox:
    """Keeps what the mail server took."""

    def __init__(self):
        self.taken = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        self.taken.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"

    def newest(self, to):
        """Return the plain text of the newest mail to this address."""
        return next(mail for mail in reversed(self.taken) if mail["To"] == to).get_body(("plain",)).get_content()


@pytest.fixture
def letterbox(settings):
    """A mail server on this machine that the site sends to."""
    box = Letterbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings.MAIL_TRANSPORT = {"backend": "django.core.mail.backends.smtp.EmailBackend", "host": "127.0.0.1", "port": port, "timeout": 5}
    yield box
    controller.stop()


@pytest.fixture
def module_forum(homes):
    """The forum of a page in Portuguese."""
    page = published(page_below(homes["pt"], ArticlePage, title="Idade mínima"))
    return open_forum(key=page.translation_key)


def path_in(text, part):
    return re.search(rf"https?://[^/\s]+(/\S*/guests/{part}/\S+)", text)[1]


def write(client, forum):
    """Begin a topic as a guest; return it."""
    page = client.get(f"/fr/forums/{forum.uid}/new/")
    typed = {
        "name": "Awa Diop",
        "email": AWA,
        "is_accepted": "on",
        "is_of_age": "on",
        "title": "L’âge et l’école",
        "text": "Je suis enseignante à Dakar. Où sont les registres ?",
        "language": "fr",
        "follows": "on",
        "token": str(page.context["form"]["token"].value()),
        "began": BEGAN,
    }
    assert client.post(f"/fr/forums/{forum.uid}/new/", typed, follow=True).status_code == 200
    return Topic.objects.get()


def answer(client, topic, person):
    """Reply as a member."""
    client.force_login(person)
    typed = {"text": "Estão na escola.", "language": "pt", "token": str(uuid4()), "began": BEGAN}
    client.post(f"/pt/forums/topics/{topic.uid}/reply/", typed)
    publish(post=Post.objects.get(author=person), now=timezone.now())
    client.logout()


def test_from_a_guests_first_words_to_her_account(client, module_forum, letterbox, moderator, learner):
    topic = write(client, module_forum)
    mail = letterbox.newest(AWA)
    assert letterbox.taken[-1]["Content-Language"] == "fr"
    link = path_in(mail, "confirm")
    assert "enseignante" in client.get(link).text
    client.post(link)
    post = topic.posts.get()
    assert post.state == State.WAITING
    assert client.get(f"/pt/forums/topics/{topic.uid}/").status_code == 404

    publish(post=Post.objects.get(pk=post.pk), now=timezone.now())
    assert "enseignante" in client.get(f"/pt/forums/topics/{topic.uid}/").text
    answer(client, topic, learner)
    is_told_and_stops(client, letterbox)

    link = path_in(mail, "my")
    assert "enseignante" in client.get(link).text
    person = sign_up(client, letterbox, link)
    assert client.get(link).context["can_claim"]
    client.post(f"{link}claim/")
    topic.refresh_from_db()
    post.refresh_from_db()
    assert (post.author, topic.author, post.guest, Guest.objects.get().claimed_by) == (person, person, None, person)
    assert "Awa D." in client.get(f"/pt/forums/topics/{topic.uid}/").text


def is_told_and_stops(client, letterbox):
    """The guest gets the answer by mail; looking at the link stops nothing, one click (RFC 8058) does."""
    told = letterbox.taken[-1]
    assert (told["To"], "Estão na escola." in told.get_body(("plain",)).get_content()) == (AWA, True)
    stop = re.search(r"<https?://[^/]+(/[^>]+)>", told["List-Unsubscribe"])[1]
    client.get(stop)
    assert Subscription.objects.filter(guest__email=AWA).exists()
    assert client.post(stop, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Subscription.objects.filter(guest__email=AWA).exclude(rhythm="never").exists()


def sign_up(client, letterbox, back):
    """Make an account with the same address, by the code that the mail server caught; return whose it is."""
    form = {"email": AWA, "name": "Awa D.", "country": "SN", "institution": "", "language": "fr", "password1": "", "next": back}
    client.post("/fr/account/signup/", form | {"is_of_age": "on", "is_accepted": "on"})
    code = re.search(r"^\s+(\d{6})\s*$", letterbox.newest(AWA), re.M)[1]
    assert client.post("/fr/account/confirm-email/", {"code": code}).url == back
    return User.objects.get(email=AWA)


def test_a_guest_who_never_presses_the_button_leaves_nothing(client, module_forum, letterbox, typed_as):
    client.post(f"/fr/forums/{module_forum.uid}/new/", typed_as(AWA, title="Un"))
    link = path_in(letterbox.newest(AWA), "confirm")
    client.get(link)
    client.head(link)  # as mail scanners do
    assert Post.objects.get().state == State.UNCONFIRMED

    assert sweep_unconfirmed(now=timezone.now() + timedelta(days=8)) == 1

    assert not Topic.objects.exists()
    assert not Guest.objects.exists()
    assert client.post(link).status_code == 404
