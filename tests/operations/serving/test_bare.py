"""On a bare machine: a fresh clone, one command, nothing left behind. Long, so run by `make prove`; prints its figures."""

import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.operations.conftest import REPOSITORY, clean_environment

FIRST_SECONDS, SECOND_SECONDS = 120, 8
pytestmark = pytest.mark.prove


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """Yield a fresh clone of what is committed; whatever a failed test left running in it is ended."""
    target = tmp_path_factory.mktemp("bare") / "clone"
    subprocess.run(["git", "clone", "--quiet", "--local", str(REPOSITORY), str(target)], check=True)
    yield target
    for number, _command in processes(target):
        os.kill(number, signal.SIGKILL)


def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def processes(clone):
    """Return (id, command) of every living process that works in the clone."""
    found = []
    for place in Path("/proc").iterdir():
        try:
            if place.name.isdigit() and Path(os.readlink(place / "cwd")).is_relative_to(clone):
                found.append((int(place.name), (place / "cmdline").read_text().replace("\0", " ")))
        except OSError:
            continue
    return found


def start(clone, log):
    """Start `make serve`; returns the process and the seconds until /readyz said yes."""
    number = port()
    environment = {name: value for name, value in clean_environment("").items() if name not in {"DATA_DIR", "PYTHONPATH"}}
    with log.open("wb") as sink:
        process = subprocess.Popen(
            ["make", "serve", f"PORT={number}"],
            cwd=clone,
            env=environment,
            stdout=sink,
            stderr=sink,
            start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell in the background hands it down ignored
        )
    began = time.monotonic()
    while time.monotonic() - began < 400:
        assert process.poll() is None, log.read_text()[-3000:]
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{number}/readyz", timeout=5) as answer:
                if answer.status == 200:
                    return process, time.monotonic() - began
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    os.killpg(process.pid, signal.SIGKILL)
    raise AssertionError(f"not ready in time:\n{log.read_text()[-3000:]}")


def gone(clone, seconds=20):
    """Wait until no process works in the clone; returns those that still do."""
    until = time.monotonic() + seconds
    while processes(clone) and time.monotonic() < until:
        time.sleep(0.1)
    return processes(clone)


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
def test_a_bare_machine_serves_from_one_command_again_and_again_and_leaves_nothing_behind(clone, tmp_path):
    process, first = start(clone, tmp_path / "first.log")
    os.killpg(process.pid, signal.SIGINT)  # Ctrl-C: the terminal tells the whole group
    process.wait(30)
    assert gone(clone) == []

    process, second = start(clone, tmp_path / "second.log")
    process.send_signal(signal.SIGTERM)  # make alone is told
    process.wait(30)
    assert gone(clone) == []

    process, _third = start(clone, tmp_path / "third.log")
    supervisors = [number for number, command in processes(clone) if "manage.py serve" in command and "make" not in command.split()[0]]
    for number in supervisors:
        os.kill(number, signal.SIGKILL)
    assert gone(clone) == []

    print(f"\nfirst start {first:.1f} s, second {second:.1f} s; after Ctrl-C, SIGTERM and SIGKILL no process was left")
    assert "demo-demo-demo" in (tmp_path / "first.log").read_text()
    assert first <= FIRST_SECONDS
    assert second <= SECOND_SECONDS
