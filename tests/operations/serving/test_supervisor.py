"""The supervisor leaves no process behind, however it ends."""

import os
import signal
import subprocess
import sys
import time
import uuid
from itertools import islice
from pathlib import Path

import pytest

from operations.serving.processes import Child
from operations.serving.supervisor import LONGEST_PAUSE, Supervisor

HERE = Path(__file__).parent
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


def marked(mark):
    """Return the ids of living processes that carry the mark, the supervisor's own left out."""
    found = []
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            try:
                words, state = (place / "cmdline").read_bytes().split(b"\0"), (place / "stat").read_text()
            except OSError:
                continue
            if mark.encode() in words and b"supervised.py" not in words[1] and state.rpartition(")")[2].split()[0] != "Z":
                found.append(int(place.name))
    return found


def within(seconds, is_so):
    """Wait until something is so; False when it is not in time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if is_so():
            return True
        time.sleep(0.02)
    return False


@pytest.fixture
def start(environment):
    """Return a function that starts a supervisor with the named children and waits until they run."""
    started = []

    def run(*names, count):
        mark = uuid.uuid4().hex
        command = [sys.executable, str(HERE / "supervised.py"), mark, *names]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        started.append(process)
        assert "up\n" in iter(process.stdout.readline, ""), "a child may speak before it"
        assert within(60, lambda: len(marked(mark)) >= count), f"{marked(mark)} run, {count} are wanted"
        return process, mark

    yield run
    for process in started:
        process.kill()
        process.wait()


@linux_only
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_children_their_children_and_those_that_left_the_group(start, number):
    process, mark = start("quiet", "parent", count=4)
    process.send_signal(number)
    assert process.wait(timeout=60) == 0
    assert marked(mark) == []


@linux_only
def test_a_child_that_does_not_listen_is_ended_all_the_same(start):
    process, mark = start("deaf", count=1)
    process.terminate()
    assert process.wait(timeout=60) == 0
    assert marked(mark) == []


@linux_only
def test_children_are_told_to_stop_when_their_supervisor_is_killed(start):
    process, mark = start("quiet", count=1)
    process.kill()
    process.wait()
    assert within(60, lambda: marked(mark) == [])


@linux_only
def test_a_child_that_was_killed_is_started_again_without_its_orphans(start):
    process, mark = start("parent", count=3)
    before = marked(mark)
    leader = min(before)
    os.kill(leader, signal.SIGKILL)
    assert within(60, lambda: leader not in marked(mark) and len(set(marked(mark)) - set(before)) == 3)
    assert process.poll() is None
    process.terminate()
    process.wait(timeout=60)
    assert marked(mark) == []


@linux_only
def test_a_child_that_keeps_dying_is_started_with_growing_pauses(start):
    process, _mark = start("brief", count=0)
    told = (line for line in iter(process.stdout.readline, "") if "starting it again" in line)
    assert [line.rpartition(" in ")[2].strip() for line in islice(told, 2)] == ["0.5 s.", "1.0 s."]


def test_the_pause_has_a_bound():
    child = Child("worker", [sys.executable, "-c", "pass"], {})
    said = []
    supervisor = Supervisor(said.append, tick=0.01)
    child.start()
    child.process.wait()
    child.starts = 50
    supervisor._mend(child)
    assert f"{LONGEST_PAUSE:.1f} s" in said[0]


def test_commands_side_by_side_succeed_together():
    children = [Child(name, [sys.executable, "-c", "pass"], {}) for name in "ab"]
    assert Supervisor(print, tick=0.01).run_to_end(*children)


def test_a_process_that_its_starter_had_begun_before_is_left_alone():
    neighbour = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        assert Supervisor(print, tick=0.01).run_to_end(Child("a", [sys.executable, "-c", "pass"], {}))
        assert neighbour.poll() is None
    finally:
        neighbour.kill()
        neighbour.wait()


def test_when_one_command_fails_the_others_end_with_it():
    slow = Child("slow", [sys.executable, "-c", "import time; time.sleep(60)"], {})
    failing = Child("failing", [sys.executable, "-c", "raise SystemExit(3)"], {})
    assert not Supervisor(print, tick=0.01).run_to_end(slow, failing)
    assert not slow.is_running
    assert failing.code == 3


def test_a_child_never_started_has_no_code_and_stops_without_complaint():
    child = Child("never", ["true"], {})
    child.ask_to_stop()
    child.kill_group()
    assert child.code is None
    assert not child.is_running
