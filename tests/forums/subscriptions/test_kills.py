"""A worker killed again and again in the middle of a thousand mails: none lost, none twice to one person."""

import os
import signal
import socket
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

from tests.jobs.proof_place import RETRY, Place, say, until

pytestmark = pytest.mark.prove
READERS = 1000
BEFORE, AFTER = {150, 620}, {400, 850}  # mails at which the client is killed before, or after, the server took them


def client_at(port: int) -> int:
    """Return the process at the other end of a connection from this port of this machine."""
    rows = [row.split() for row in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    inode = next(row[9] for row in rows if int(row[1].rpartition(":")[2], 16) == port)
    for path in Path("/proc").glob("[0-9]*/fd/*"):
        try:
            if os.readlink(path) == f"socket:[{inode}]":
                return int(path.parts[2])
        except OSError:
            continue
    raise LookupError(port)


class Killer:
    """A mail server that kills whoever talks to it at some mails, each time once."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, str]] = []
        self.killed: list[str] = []

    def _strike(self, session, moments: set[int], moment: str) -> None:
        if len(self.taken) in moments:
            moments.remove(len(self.taken))
            self.killed.append(moment)
            os.kill(client_at(session.peer[1]), signal.SIGKILL)

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name
        self._strike(session, BEFORE, "before")
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        self.taken.append((envelope.rcpt_tos[0], message_from_bytes(envelope.content)["Message-ID"]))
        self._strike(session, AFTER, "after")
        return "250 OK"


@pytest.fixture
def server() -> Iterator[tuple[Killer, int]]:
    """The mail server, and its port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    killer = Killer()
    controller = Controller(killer, hostname="127.0.0.1", port=port)
    controller.start()
    yield killer, port
    controller.stop()


@pytest.fixture
def place(server, tmp_path) -> Iterator[Place]:
    """A site at work that sends to it."""
    found = Place(tmp_path, f"sqlite:///{tmp_path / 'news.sqlite3'}", EMAIL_URL=f"smtp://127.0.0.1:{server[1]}")
    found.start()
    yield found
    found.end()


def asked(place: Place, question: str) -> list[tuple]:
    """Ask the database from outside."""
    connection = sqlite3.connect(f"file:{place.folder / 'news.sqlite3'}?mode=ro", uri=True, timeout=20)
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


def count(place: Place, question: str) -> int:
    """Ask for one number."""
    return asked(place, f"SELECT COUNT(*) FROM {question}")[0][0]


def test_a_thousand_mails_arrive_once_each_however_often_their_worker_is_killed(place, server):
    killer, _ = server
    first_worker = place.runner("start")[0]
    place.ask("enqueue", "tests.forums.subscriptions.proof_jobs.begin", [])
    place.settle()
    place.ask("enqueue", "tests.forums.subscriptions.proof_jobs.gather", [READERS])
    seconds = until(lambda: count(place, "mail_message") >= 30, 60, "mails to be written", place)
    os.kill(first_worker, signal.SIGKILL)  # in the middle of the job that writes the first hundred
    written = count(place, "mail_message")
    assert written < 100
    seconds += until(lambda: count(place, "mail_message WHERE state = 'sent'") == READERS, RETRY * 40, "every mail to be sent", place)
    place.settle()
    say(place, f"worker killed after {written} mails were written and at {len(killer.killed)} sendings, {READERS} sent after", seconds)
    assert sorted(killer.killed) == ["after", "after", "before", "before"]
    assert count(place, "forums_news") == count(place, "forums_news WHERE mailed_at IS NOT NULL") == READERS
    assert count(place, "mail_message") == READERS
    assert asked(place, 'SELECT COUNT(DISTINCT "to") FROM mail_message') == [(READERS,)]
    ids = {to: {message_id for address, message_id in killer.taken if address == to} for to, _ in killer.taken}
    assert set(ids) == {f"reader{number}@example.org" for number in range(READERS)}
    assert {len(found) for found in ids.values()} == {1}
    twice = [to for to, number in Counter(to for to, _ in killer.taken).items() if number > 1]
    assert len(killer.taken) == READERS + len(twice)
    assert len(twice) <= killer.killed.count("after")
    sys.stdout.write(f"\n  {READERS} people, {len(killer.taken)} mails taken, {len(twice)} of them in doubt, sent under the same id")
