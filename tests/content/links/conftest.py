"""A small web on this machine to be asked, and a page that leads there."""

import socketserver
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler

import pytest

from content.links.asking import Manners
from content.standing.permissions import grant
from tests.factories.cast import *  # noqa: F403
from tests.factories.content import site_tree

ANSWERS = {"/fine": 200, "/gone": 404, "/gone-for-good": 410, "/closed": 403, "/broken": 500, "/busy": 429}
MOVED = {
    "/moved": "/fine",
    "/twice": "moved",
    "/loop": "/loop",
    "/inside": "http://10.0.0.7/",
    "/other-port": "http://127.0.0.1:9/",
    "/odd": "javascript:alert(1)",
    "/accents": "/ção".encode().decode("latin-1"),
    "/accents-of-old": "/ção",
}
ANSWERS |= {"/%C3%A7%C3%A3o": 200}


class _Answers(BaseHTTPRequestHandler):
    """Answers by the path; counts who asked what."""

    asked: Counter = Counter()

    def do_HEAD(self):
        type(self).asked[self.command, self.path, self.headers["User-Agent"]] += 1
        if where := MOVED.get(self.path):
            self.send_response(302)
            self.send_header("Location", where)
        elif self.path == "/only-get":
            self.send_response(405 if self.command == "HEAD" else 200)
        elif self.path == "/mute":
            self.wfile.write(b"nonsense\r\n\r\n")
            return
        elif self.path == "/endless":
            self.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 20_000 + b"\r\n")
            return
        else:
            self.send_response(ANSWERS.get(self.path, 404))
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815 - named by the server

    def log_message(self, *args):
        """Say nothing."""


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


@pytest.fixture(scope="session")
def web():
    """Serve on loopback; returns the address that it begins with."""
    with _Server(("127.0.0.1", 0), _Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture
def asked(web):
    """Count what the small web is asked during a test."""
    _Answers.asked.clear()
    return _Answers.asked


@pytest.fixture
def how(web):
    """How to ask when loopback counts as the open internet."""
    return Manners(
        name="test", is_public=lambda address: address == "127.0.0.1", ports=(int(web.rpartition(":")[2]),), seconds=5.0, pause=0.0
    )


@pytest.fixture
def homes(db):
    """The trees, and the groups with their permissions on pages."""
    homes = site_tree()
    grant()
    return homes
