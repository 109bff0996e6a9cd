"""Workers killed without warning: every job is done all the same, the watchdog begins again, nothing is left behind."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest

from .proof_place import PATIENCE, RETRY, Place, members, say, until

SERVER = os.environ.get("PROVE_POSTGRES", "postgres://root@127.0.0.1:5432")

pytestmark = pytest.mark.prove


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def database(request, tmp_path_factory) -> Iterator[str]:
    """An empty database of the test's own."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('kills') / 'kills.sqlite3'}"
        return
    name = f"kills_{uuid4().hex[:12]}"
    try:
        server = psycopg.connect(f"{SERVER}/postgres", autocommit=True, connect_timeout=5)
    except psycopg.OperationalError:
        pytest.skip("no PostgreSQL server here (PROVE_POSTGRES names one)")
    with server:
        server.execute(f"CREATE DATABASE {name}")
        yield f"{SERVER}/{name}"
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def place(database, tmp_path_factory) -> Iterator[Place]:
    """A migrated database and its driver."""
    found = Place(tmp_path_factory.mktemp("place"), database)
    yield found
    found.end()


@pytest.fixture
def working(place) -> Iterator[Place]:
    """The place with its watchdog at work; afterwards nothing of it runs."""
    place.start()
    yield place
    if place.watchdog.poll() is None:
        place.watchdog.kill()
        place.watchdog.wait()


def test_the_job_of_a_busy_worker_that_is_killed_is_done_by_another(working):
    working.queue("busy", 3)
    process, _ = working.wait_begun("busy", within=20)
    os.kill(process, signal.SIGKILL)
    say(working, "busy worker killed, its job done after", working.wait_done("busy", within=RETRY + 20))
    assert [line.split()[0] for line in working.lines("busy")] == ["begun", "begun", "done"]
    working.settle()


def test_a_cluster_that_hangs_after_an_idle_worker_was_killed_is_begun_again(working):
    starts, (process, group) = working.starts(), working.runner("start")
    working.settle()
    os.kill(process, signal.SIGKILL)
    for number in range(3):
        working.queue(f"idle{number}", 0)
    seconds = [working.wait_done(f"idle{number}", within=60) for number in range(3)]
    say(working, f"idle worker killed, three jobs done after (patience {PATIENCE} s)", sum(seconds))
    assert working.starts() == starts + 1
    assert members(group) == []


def test_all_jobs_are_done_once_after_the_whole_group_is_killed(working):
    for number in range(6):
        working.queue(f"group{number}", 0.5)
    _, group = working.wait_begun("group1", within=20)
    os.killpg(group, signal.SIGKILL)
    seconds = sum(working.wait_done(f"group{number}", within=60) for number in range(6))
    say(working, "whole group killed, six jobs done after", seconds)
    assert [working.lines(f"group{number}").count("done") for number in range(6)] == [1] * 6
    working.settle()


def test_a_group_whose_main_process_is_killed_goes_with_it(working):
    _, group = working.runner("start")
    os.kill(group, signal.SIGKILL)
    say(working, "main process killed, its group gone after", until(lambda: not members(group), 5, "the group to go", working))
    working.queue("main", 0)
    say(working, "and the next job done after", working.wait_done("main", within=60))


def test_a_killed_watchdog_leaves_no_process_and_loses_no_job(working):
    _, group = working.runner("start")
    working.queue("orphan", 2)
    working.wait_begun("orphan", within=20)
    working.watchdog.kill()
    working.watchdog.wait()
    say(working, "watchdog killed, its group gone after", until(lambda: not members(group), 5, "the group to go", working))
    working.start()
    working.wait_done("orphan", within=60)
    working.settle()


def test_stopped_kindly_it_finishes_the_job_in_hand_and_leaves_nothing(working):
    _, group = working.runner("start")
    working.queue("last", 2)
    working.wait_begun("last", within=20)
    say(working, "stopped with a job of 2 s in hand after", working.stop())
    assert working.lines("last")[-1] == "done"
    assert members(group) == []


def test_a_hung_cluster_is_stopped_within_the_grace(working):
    process, group = working.runner("start")
    working.settle()
    os.kill(process, signal.SIGKILL)
    working.queue("hung", 0)
    seconds = working.stop()
    say(working, "stopped while hung (grace 8 s) after", seconds)
    assert seconds < 12
    assert members(group) == []


def test_a_job_that_kills_its_worker_each_time_ends_as_failed(working):
    working.ask("enqueue", "tests.jobs.proof_jobs.deadly", [])
    begun = time.monotonic()
    until(lambda: any(state == "failed" for _, state, _, _ in working.ask("left")["begun"]), RETRY * 8, "the deadly job to fail", working)
    (path, _, attempts, reason) = next(row for row in working.ask("left")["begun"] if row[1] == "failed")
    say(working, f"deadly job failed for good after {attempts} workers", time.monotonic() - begun)
    assert (path, attempts, reason) == ("tests.jobs.proof_jobs.deadly", 5, "Its worker died 5 times while at it.")
    working.queue("after", 0)
    working.wait_done("after", within=30)


def test_a_second_only_worker_is_refused(working):
    second = working.python("manage.py", "work", "--only-cluster", stderr=subprocess.PIPE)
    assert "Another worker runs here already" in second.communicate(timeout=60)[1]
    assert second.returncode == 1
