"""A real server on data of its own, and the CPU time that its processes have taken."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
TICKS = os.sysconf("SC_CLK_TCK")
SESSION = """
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
person = get_user_model().objects.get(email="learner@example.org")
store = SessionStore()
store[SESSION_KEY], store[BACKEND_SESSION_KEY] = str(person.pk), settings.AUTHENTICATION_BACKENDS[0]
store[HASH_SESSION_KEY] = person.get_session_auth_hash()
store.save()
print("cookie", settings.SESSION_COOKIE_NAME + "=" + store.session_key)
"""


TOPIC = """
from forums.models import Topic
print("topic", Topic.objects.get(forum__slug="growth-posts").uid)
"""


def environment_for(data: Path) -> dict[str, str]:
    """Return the environment of the measured site."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DATABASE_URL", "CACHE_URL", "SITE_URL", "PYTHONDONTWRITEBYTECODE"}
    }
    path = f"{REPOSITORY / 'site'}{os.pathsep}{REPOSITORY}"
    return kept | {"DATA_DIR": str(data), "PYTHONPATH": path, "DJANGO_SETTINGS_MODULE": "tests.bench.settings"}


def prepare(environment: dict[str, str]) -> None:
    """Migrate, set up, load the demo, collect static files: the two side by side."""
    commands = (["prepare"], ["collectstatic", "--no-input", "--verbosity", "0"])
    running = [
        subprocess.Popen([sys.executable, "manage.py", *command], cwd=REPOSITORY, env=environment, stdout=subprocess.DEVNULL)
        for command in commands
    ]
    codes = [process.wait() for process in running]
    if any(codes):
        sys.exit("The site could not be prepared.")


def signed_in(environment: dict[str, str]) -> str:
    """Return the cookie of a learner who is signed in."""
    command = [sys.executable, "manage.py", "shell", "--verbosity", "0", "-c", SESSION]
    said = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=True).stdout
    return said.rpartition("cookie ")[2].strip()


def long_topic(environment: dict[str, str]) -> str:
    """Grow a topic of thirty posts; return its address."""
    for command in (["grow", "posts=30"], ["shell", "--verbosity", "0", "-c", TOPIC]):
        done = subprocess.run(
            [sys.executable, "manage.py", *command], cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=True
        )
    return f"/pt/forums/topics/{done.stdout.rpartition('topic ')[2].strip()}/"


@contextmanager
def serving(environment: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Run the web server as `serve` does; gives (port, process id)."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(Path(sys.executable).with_name("granian")), "--interface", "wsgi", "--port", str(port), "--no-ws"]
    command += ["--workers", "1", "--blocking-threads", "4", "--log-level", "warning", "config.wsgi:application"]
    process = subprocess.Popen(command, cwd=REPOSITORY, env=environment)
    try:
        _wait(port)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(20)


def cpu_seconds(leader: int) -> float:
    """Return the CPU time that a process and its descendants have taken so far."""
    parents, times = {}, {}
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            try:
                facts = (place / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(place.name)] = int(facts[1])
            times[int(place.name)] = (int(facts[11]) + int(facts[12])) / TICKS
    family = {leader}
    while more := {number for number, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(times.get(number, 0.0) for number in family)


def _wait(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", "/readyz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
        finally:
            connection.close()
    sys.exit("The server did not become ready.")
