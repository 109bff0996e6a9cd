"""A real server on data of its own, and the CPU time that its processes have taken."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
TICKS = os.sysconf("SC_CLK_TCK")
SESSION = """
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
person = get_user_model().objects.get(email="{role}@example.org")
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
COHORT = """
from courses.models import Edition
print("edition", Edition.objects.get(name="Growth").uid)
"""
ATTEMPT = """
from django.utils import timezone
from content.seeding.shaping import identity
from courses.assessment.actions import start_attempt
from courses.models import Enrolment, QuizPage
quiz = QuizPage.objects.get(translation_key=identity("inspecao-cplp/m2-mandato/teste"), alias_of=None, locale__language_code="pt")
row = Enrolment.objects.get(person__email="learner@example.org", edition__course_key=identity("inspecao-cplp"))
attempt = start_attempt(enrolment=row, quiz=quiz, now=timezone.now())
answer = next(one for one in attempt.answers.select_related("version") if one.version.kind == "single")
print("attempt", attempt.uid, answer.place, *answer.order[:2])
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


def told(environment: dict[str, str], script: str, word: str) -> str:
    """Run a script on the measured site; return what it printed behind this word."""
    return managed(environment, "shell", "--verbosity", "0", "-c", script).rpartition(f"{word} ")[2].strip()


def managed(environment: dict[str, str], *command: str) -> str:
    """Run a command on the measured site; return what it printed."""
    done = subprocess.run(
        [sys.executable, "manage.py", *command], cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def signed_in(environment: dict[str, str], role: str) -> str:
    """Return the cookie of one of the cast who is signed in."""
    return told(environment, SESSION.format(role=role), "cookie")


def long_topic(environment: dict[str, str]) -> str:
    """Grow a topic of thirty posts; return its address."""
    managed(environment, "grow", "posts=30")
    return f"/pt/forums/topics/{told(environment, TOPIC, 'topic')}/"


def big_cohort(environment: dict[str, str]) -> str:
    """Grow an edition of two hundred learners; return the address of its grid."""
    managed(environment, "grow", "learners=200")
    return f"/pt/teaching/editions/{told(environment, COHORT, 'edition')}/cohort/"


def open_attempt(environment: dict[str, str]) -> tuple[str, tuple[str, str]]:
    """Begin an attempt of the learner; return the address of a question with one right answer, and two of its options."""
    uid, place, first, second = told(environment, ATTEMPT, "attempt").split()
    return f"/pt/learning/attempts/{uid}/{place}/", (first, second)


def issued(environment: dict[str, str]) -> dict[str, Any]:
    """Issue certificates to the grown edition; return CPU milliseconds of each, of the bare engine for the same page, and the bytes."""
    command = [sys.executable, "-m", "tests.bench.issuing"]
    done = subprocess.run(command, cwd=REPOSITORY, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.rpartition("figures ")[2])


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
