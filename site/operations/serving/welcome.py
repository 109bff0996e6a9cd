"""What `serve` tells once the site answers."""

import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

DEMO_PEOPLE = ("learner", "facilitator", "moderator", "editor", "reviewer", "translator", "partner", "admin")
DEMO_PASSWORD = "demo-demo-demo"  # noqa: S105 - the demo's, told to everybody
DEVELOPMENT = "config.settings.development"


def welcome(environment: dict[str, str], port: int) -> str:
    """Return the lines for the operator: address and, for the demo, its people and its mails."""
    address = environment["SITE_URL"]
    lines = ["", f"The site is ready: {address}/   (listening on port {port}; Ctrl-C stops it)"]
    if environment["DJANGO_SETTINGS_MODULE"] == DEVELOPMENT:
        people = ", ".join(DEMO_PEOPLE)
        lines += [
            f"Editors' desk:     {address}/admin/",
            f"Mails it wrote:    {address}/dev/mail/",
            f"Demo accounts:     {people}: each …@example.org, password {DEMO_PASSWORD}",
        ]
    return "\n".join([*lines, ""])


class Watch:
    """Asks /readyz until it says yes, then speaks once; says so too when that takes long."""

    def __init__(self, ask: Callable[[], bool], announce: Callable[[], None], *, every: float = 0.3, late: float = 90.0) -> None:
        """`ask` says whether the site is ready; `every` and `late` in seconds."""
        self.ask, self.announce, self.every, self.late = ask, announce, every, late
        self.is_over = False
        self._started = self._next = time.monotonic()

    def look(self) -> None:
        """Ask once, when it is time to."""
        now = time.monotonic()
        if self.is_over or now < self._next:
            return
        self._next = now + self.every
        if self.ask():
            self.is_over = True
            self.announce()
        elif now - self._started > self.late:
            self.is_over = True
            print(f"The site has not become ready in {self.late:.0f} s; see /readyz for the reason.", flush=True)  # noqa: T201 - the operator's terminal


def is_ready(host: str, port: int, site_url: str) -> bool:
    """Say whether /readyz answers with 200 at this address, asked by the name that the site goes by."""
    connection = HTTPConnection({"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host), port, timeout=5)  # noqa: S104 - compared, not bound
    try:
        connection.request("GET", "/readyz", headers={"Host": urlsplit(site_url).netloc})
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
