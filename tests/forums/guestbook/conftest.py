"""What the tests of guests share: their forms, their mails, the links in them."""

import re
from uuid import uuid4

import pytest

from forums.brakes.trap import stamp
from forums.discussions.choices import State
from forums.discussions.models import Post
from mail.models import Message
from tests.factories.forums import NOW, guest, reply_in


@pytest.fixture
def typed_as():
    """Return a form without fault of somebody with this address."""

    def fields(email="awa@example.org", **more):
        given = {"name": "Awa Diop", "email": email, "is_accepted": "on", "is_of_age": "on"}
        return given | {"text": "Les registres sont à l’école.", "language": "", "token": str(uuid4())} | {"began": stamp(NOW)} | more

    return fields


@pytest.fixture
def links_for(db):
    """Return the paths of the links with a token in the newest mail to an address."""

    def found(to):
        mail = Message.objects.filter(to=to).order_by("-pk").first()
        return re.findall(r"https?://[^/\s]+(/\S*/guests/(?:confirm|my)/\S+)", mail.text) if mail else []

    return found


@pytest.fixture
def posted(client, topic, typed_as, links_for):
    """Reply as a guest; return the message and the path of the link that confirms it."""

    def post(email="awa@example.org", **more):
        answer = client.post(f"/fr/forums/topics/{topic.uid}/reply/", typed_as(email, **more))
        assert answer.status_code == 302, answer.context["form"].errors
        return Post.objects.order_by("-pk").first(), links_for(email)[0]

    return post


@pytest.fixture
def proven(topic):
    """A guest who proved her address, and a message of hers that is read."""
    person = guest(email="awa@example.org", name="Awa Diop", language="fr")
    return person, reply_in(topic, person, text="Bonjour à toutes", state=State.PUBLISHED)
