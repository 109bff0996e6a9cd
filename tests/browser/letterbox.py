"""A mail server on this machine that keeps what it takes."""

import re
import socket
import time
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from aiosmtpd.controller import Controller

PATIENCE = 60  # seconds: the worker looks into its queue five times a second, but the machine may be busy


class Letterbox:
    """Mails in the order in which they came. Use as a context."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.came: list[float] = []
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self._server = Controller(self, hostname="127.0.0.1", port=self.port)

    def __enter__(self) -> "Letterbox":
        self._server.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.stop()

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        self.came.append(time.monotonic())
        self.taken.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"

    def to(self, address: str) -> list[EmailMessage]:
        """Return the mails to this address."""
        return [mail for mail in self.taken if mail["To"] == address]

    def wait(self, address: str, number: int) -> EmailMessage:
        """Return the mail to this address with this number, counted from one, once it has come."""
        until = time.monotonic() + PATIENCE
        while len(self.to(address)) < number:
            assert time.monotonic() < until, [(mail["To"], mail["Subject"]) for mail in self.taken]
            time.sleep(0.1)
        return self.to(address)[number - 1]

    def wait_for(self, address: str, part: str) -> tuple[EmailMessage, float]:
        """Return the first mail to this address with these words in it once it has come, and when it came by the clock `time.monotonic`."""
        until = time.monotonic() + PATIENCE
        while True:
            for mail, came in zip(self.taken, self.came, strict=False):
                if mail["To"] == address and part in plain(mail):
                    return mail, came
            assert time.monotonic() < until, [(mail["To"], mail["Subject"]) for mail in self.taken]
            time.sleep(0.1)


def plain(mail: EmailMessage) -> str:
    """Return the plain text of a mail."""
    return mail.get_body(("plain",)).get_content()


def link_in(mail: EmailMessage, part: str) -> str:
    """Return the first address in a mail that has this part in its path."""
    return re.search(rf"https?://\S+/{part}/\S+", plain(mail))[0]
