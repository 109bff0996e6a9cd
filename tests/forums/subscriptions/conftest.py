"""Jobs wait instead of being done at once, so that the clock is the test's; mails are read as they travel."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from forums.letters.actions import mail_due
from forums.subscriptions.actions import tell
from mail.composing import composed
from mail.models import Message
from tests.factories.forums import NOW


@pytest.fixture(autouse=True)
def queue(settings):
    """Queue jobs as rows."""
    settings.TASKS = {"default": {"BACKEND": "jobs.backend.Q2Backend"}}
    settings.SITE_URL = "https://academy.example.org"
    settings.DEFAULT_FROM_EMAIL = "SSTC Academy <academy@example.org>"


@pytest.fixture
def tells(db):
    """Do the fan-out of a post."""
    return lambda post, now=NOW: tell(post_id=post.pk, now=now)


@pytest.fixture
def mailed(db):
    """Tell posts, write what is due at a moment, and return the new mails as rows in the order of their writing."""

    def act(*posts, now=NOW) -> list[Message]:
        before = set(Message.objects.values_list("pk", flat=True))
        for post in posts:
            tell(post_id=post.pk, now=now)
        mail_due(now=now)
        return list(Message.objects.exclude(pk__in=before).order_by("pk"))

    return act


def raw(message: Message) -> bytes:
    """Return a mail as it travels."""
    return composed(Message.objects.get(pk=message.pk)).message().as_bytes()


def parsed(message: Message) -> EmailMessage:
    """Return a mail as Python's parser reads it."""
    return message_from_bytes(raw(message), policy=default)
