"""A real mail server on this machine, and the clock."""

import socket
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from aiosmtpd.controller import Controller

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


class Server:
    """A mail server that keeps what it takes, and answers as told."""

    def __init__(self) -> None:
        self.taken: list = []
        self.sender = self.recipient = self.content = "250 OK"

    async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name
        envelope.mail_from = address
        return self.sender

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name
        if self.recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.recipient

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        if self.content.startswith("250"):
            self.taken.append(envelope)
        return self.content


@pytest.fixture
def server(settings) -> Iterator[Server]:
    """A mail server that the site sends to."""
    handler = Server()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    settings.MAIL_TRANSPORT = {"backend": "django.core.mail.backends.smtp.EmailBackend", "host": "127.0.0.1", "port": port, "timeout": 5}
    yield handler
    controller.stop()


@pytest.fixture
def silent(settings) -> None:
    """A mail server that does not answer."""
    settings.MAIL_TRANSPORT = {"backend": "django.core.mail.backends.smtp.EmailBackend", "host": "127.0.0.1", "port": 9, "timeout": 2}


@pytest.fixture
def deadly(settings) -> None:
    """A worker that dies while it sends."""
    settings.MAIL_TRANSPORT = {"backend": "tests.mail.slow_server.DeadlyServer"}


@pytest.fixture
def queue(settings, db):
    """Mails wait for a job instead of going at once."""
    settings.TASKS = {"default": {"BACKEND": "jobs.backend.Q2Backend"}}


@pytest.fixture
def now() -> datetime:
    """The clock."""
    return NOW
