"""The site as people use it, web and worker, with somebody who kills its processes at random and starts it again."""

import random
import socket
import subprocess
import sys
import threading
import time
from email import message_from_bytes
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from queue import Empty, Queue

from aiosmtpd.controller import Controller

from operations.serving.processes import Child
from tests.jobs.proof_place import PATIENCE, ROOT, Place, until

READY = 120  # seconds


def free_port() -> int:
    """Return a port on loopback that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


class Postbox:
    """A mail server that keeps to whom each mail went, and under which id."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, str]] = []
        self.port = free_port()
        self._server = Controller(self, hostname="127.0.0.1", port=self.port)

    def __enter__(self) -> "Postbox":
        self._server.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.stop()

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        self.taken.append((envelope.rcpt_tos[0], message_from_bytes(envelope.content)["Message-ID"]))
        return "250 OK"


class Academy(Place):
    """A place with a web server beside its worker."""

    driver_module = "tests.certificates.issuing.proof_driver"

    def __init__(self, folder: Path, database: str, postbox: Postbox) -> None:
        self.port = free_port()
        site = f"http://127.0.0.1:{self.port}"
        super().__init__(folder, database, EMAIL_URL=f"smtp://127.0.0.1:{postbox.port}", SITE_URL=site, ALLOWED_HOSTS="127.0.0.1")
        self.web = self._child("web", self._web())
        self.worker = self._child("work", self._worker())

    def _child(self, name: str, words: list[str]) -> Child:
        """Return a command as the site's own supervisor runs it: a group that goes with its leader; what it says is kept."""
        log = self.folder / f"{name}.log"
        return Child(name, ["sh", "-c", 'exec "$@" >> "$0" 2>&1', str(log), *words], self.environment)

    def _web(self) -> list[str]:
        granian = str(Path(sys.executable).with_name("granian"))
        words = [granian, "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(self.port), "--no-ws", "--workers", "1"]
        return [*words, "--blocking-threads", "4", "--respawn-failed-workers", "--log-level", "warning", "config.wsgi:application"]

    def _worker(self) -> list[str]:
        return [sys.executable, str(ROOT / "manage.py"), "work", "--only-cluster", "--patience", str(PATIENCE), "--grace", "8"]

    def start(self) -> None:
        """Start both, and wait until the web server answers and a job goes through."""
        self.web.start()
        self.worker.start()
        until(lambda: self.get("/healthz") == 200, READY, "the web server to answer", self)
        self.queue("start", 0)
        self.wait_done("start", within=READY)

    def mend(self) -> None:
        """Start again what has ended, and first end what it left: as the supervisor does."""
        for child in (self.web, self.worker):
            if not child.is_running:
                child.kill_group()
                child.start()

    def get(self, path: str) -> int:
        """Return the status that the web server answers; 0 where it does not."""
        return self._asked("GET", path, {})

    def mark(self, unit: str, session: str) -> int:
        """Mark a unit as done, as a browser does."""
        token = "a" * 32
        headers = {"Cookie": f"sessionid={session}; csrftoken={token}", "X-CSRFToken": token, "Content-Length": "0"}
        return self._asked("POST", f"/pt/learning/units/{unit}/mark/", headers)

    def _asked(self, method: str, path: str, headers: dict[str, str]) -> int:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, headers=headers)
            return connection.getresponse().status
        except (OSError, HTTPException):
            return 0
        finally:
            connection.close()

    def end(self) -> None:
        """Let go of whatever still runs."""
        self.web.kill_group()
        self.worker.kill_group()
        super().end()


class Crowd:
    """People who each mark their last unit as done, and press again when the site did not answer."""

    def __init__(self, place: Academy, unit: str, sessions: list[str], threads: int = 2) -> None:
        self.place, self.unit, self.retries = place, unit, 0
        self.left: Queue[str] = Queue()
        self.refused: list[int] = []
        for session in sessions:
            self.left.put(session)
        self.threads = [threading.Thread(target=self._press, daemon=True) for _ in range(threads)]

    def start(self) -> None:
        """Let them begin."""
        for thread in self.threads:
            thread.start()

    def is_done(self) -> bool:
        """Say whether everybody got an answer."""
        return not any(thread.is_alive() for thread in self.threads)

    def _press(self) -> None:
        while True:
            try:
                session = self.left.get_nowait()
            except Empty:
                return
            while (status := self.place.mark(self.unit, session)) != 302:
                self.retries += 1
                if 400 <= status < 500:
                    self.refused.append(status)
                    return
                time.sleep(0.2)


class Killer:
    """Kills one process of web or worker, any of them, without warning."""

    def __init__(self, place: Academy, chance: random.Random) -> None:
        self.place, self.chance = place, chance
        self.killed = {"web": 0, "worker": 0}

    def strike(self) -> None:
        """Kill one process."""
        side = self.chance.choice(["web", "worker"])
        root = (self.place.web if side == "web" else self.place.worker).process.pid
        victims = [root, *descendants(root)]
        try:
            subprocess.run(["kill", "-9", str(self.chance.choice(victims))], check=True, capture_output=True)
        except subprocess.CalledProcessError:
            return  # it ended by itself meanwhile
        self.killed[side] += 1


def descendants(process: int) -> list[int]:
    """Return the living processes below a process."""
    parents: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = path.read_text().rpartition(") ")[2].split()[:2]
        except OSError:
            continue
        if state != "Z":
            parents.setdefault(int(parent), []).append(int(path.parent.name))
    found, ask = [], [process]
    while ask:
        below = parents.get(ask.pop(), [])
        found += below
        ask += below
    return found
