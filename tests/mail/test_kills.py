"""Workers killed while they send a mail: none is lost, at most the one in hand comes twice, and then under the same Message-ID."""

import os
import signal
import socket
from collections.abc import Iterator
from email import message_from_bytes

import pytest
from aiosmtpd.controller import Controller

from tests.jobs.proof_place import RETRY, Place, say, until

pytestmark = pytest.mark.prove


class Killer:
    """A mail server that kills its client once, before or after it took the mail."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, str]] = []
        self.victim = 0
        self.moment = ""

    def _strike(self, moment: str) -> None:
        if self.moment == moment:
            self.moment = ""
            os.kill(self.victim, signal.SIGKILL)

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name
        self._strike("before")
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        self.taken.append((envelope.rcpt_tos[0], message_from_bytes(envelope.content)["Message-ID"]))
        self._strike("after")
        return "250 OK"


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[Killer, int]]:
    """The mail server, and its port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    killer = Killer()
    controller = Controller(killer, hostname="127.0.0.1", port=port)
    controller.start()
    yield killer, port
    controller.stop()


@pytest.fixture(scope="module")
def place(server, tmp_path_factory) -> Iterator[Place]:
    """A site at work that sends to it."""
    folder = tmp_path_factory.mktemp("mails")
    found = Place(folder, f"sqlite:///{folder / 'mails.sqlite3'}", EMAIL_URL=f"smtp://127.0.0.1:{server[1]}")
    found.start()
    yield found
    found.end()


@pytest.mark.parametrize(("moment", "copies"), [("before", 1), ("after", 2)])
def test_a_mail_in_the_hands_of_a_killed_worker_arrives(place, server, moment, copies):
    killer, _ = server
    place.queue("who", 0)
    place.wait_done("who", within=30)
    place.settle()
    killer.taken.clear()
    killer.victim, killer.moment = place.runner("who")[0], moment
    name = place.ask("write", f"{moment}@example.org")
    others = [place.ask("write", f"{moment}{number}@example.org") for number in range(3)]
    seconds = until(lambda: all(state == "sent" for _, state, _ in place.ask("mails")), RETRY * 5, "every mail to be sent", place)
    say(place, f"worker killed {moment} the server took a mail, all four sent after", seconds)
    came = [message_id for _, message_id in killer.taken]
    assert [came.count(message_id) for message_id in (name, *others)] == [copies, 1, 1, 1]
    place.settle()
