"""The worker under its watchdog: django-q2's cluster as a process group of its own, begun again when it dies or hangs.

A worker killed while idle can die holding the queue's lock; then the cluster does nothing for ever and hears no SIGTERM
(measured). So the watchdog looks at the database: jobs waiting and no worker at one, for too long, is a hang. Killing is
safe: a job's row stays until the job is done.
"""

import contextlib
import logging
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from django.db import Error, connection
from django.utils import timezone

from .actions import release_claims
from .backend import runner_of
from .patience import Patience
from .queries import outlook

logger = logging.getLogger(__name__)

MANAGE = Path(__file__).resolve().parents[2] / "manage.py"
TICK = 0.5
LONGEST_START = 120.0
LONGEST_PAUSE = 30.0


class Group:
    """One run of the cluster: its main process, its process group, and the pipe through which it says that it is ready."""

    def __init__(self) -> None:
        self.ready, theirs = os.pipe()
        command = [sys.executable, str(MANAGE), "work", "--cluster", str(theirs), str(os.getpid())]
        # A pool of connections must not be shared by the processes that the cluster forks.
        environment = os.environ | {"DATABASE_POOL": "0"}
        self.began_at = timezone.now()
        self.began = time.monotonic()
        self.process = subprocess.Popen(command, env=environment, pass_fds=[theirs], start_new_session=True)  # noqa: S603 - our own command
        os.close(theirs)
        self.is_ready = False

    @property
    def age(self) -> float:
        """Return for how many seconds it has run."""
        return time.monotonic() - self.began

    def has_ended(self) -> bool:
        """Say whether the main process has gone."""
        return self.process.poll() is not None

    def look_whether_ready(self) -> bool:
        """Say whether its workers are up."""
        if not self.is_ready and select.select([self.ready], [], [], 0)[0]:
            self.is_ready = bool(os.read(self.ready, 1))
        return self.is_ready

    def ask_to_stop(self) -> None:
        """Let the main process end its workers after the jobs that they hold. (The sentinel would die of the signal: not to the group.)"""
        with contextlib.suppress(ProcessLookupError):
            self.process.terminate()

    def kill(self) -> None:
        """End every process of the group at once."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.ready)


@dataclass
class Watchdog:
    """Keeps one group at work until told to stop. `patience` and `grace` are seconds."""

    is_only_cluster: bool
    patience: float
    grace: float
    say: Callable[[str], None]
    stops: int = field(default=0, init=False)
    deaths: int = field(default=0, init=False)

    def run(self) -> None:
        """Work until SIGTERM or SIGINT; a second signal ends without grace."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._note_stop)
        while not self.stops:
            group = self._start()
            try:
                reason = self._watch(group)
                if self.stops:
                    self._stop(group)
            finally:
                group.kill()
            if not self.stops:
                self._pause(group, reason)

    def _note_stop(self, number: int, frame: FrameType | None) -> None:
        self.stops += 1

    def _start(self) -> Group:
        if self.is_only_cluster:
            with contextlib.suppress(Error):
                release_claims(now=timezone.now())
        connection.close()
        group = Group()
        self.say(f"worker group {group.process.pid} started")
        return group

    def _watch(self, group: Group) -> str:
        patience = Patience(self.patience)
        while not self.stops:
            if group.has_ended():
                return f"ended with {group.process.returncode}"
            if group.look_whether_ready():
                if self._is_hung(group, patience):
                    return f"hung: jobs waiting and nobody at work for {self.patience:.0f} s"
            elif group.age > LONGEST_START:
                return "did not start"
            time.sleep(TICK)
        return ""

    def _is_hung(self, group: Group, patience: Patience) -> bool:
        try:
            seen = outlook(runner=runner_of(group.process.pid), since=group.began_at, now=timezone.now())
        except Error:
            logger.warning("The watchdog cannot reach the database", exc_info=True)
            connection.close()
            return False
        return patience.is_out(unbegun=seen.unbegun, is_busy=seen.is_busy, now=time.monotonic())

    def _stop(self, group: Group) -> None:
        self.say("stopping: jobs in hand are finished first")
        asked, until = self.stops, time.monotonic() + self.grace
        group.ask_to_stop()
        while not group.has_ended() and self.stops == asked and time.monotonic() < until:
            time.sleep(0.1)

    def _pause(self, group: Group, reason: str) -> None:
        """Wait before the next start: longer each time that a group does not last."""
        self.deaths = 0 if group.age > 60 else self.deaths + 1
        pause = min(2.0 ** (self.deaths - 1), LONGEST_PAUSE) if self.deaths else 0.0
        logger.error("The worker group %s %s; starting again in %.0f s", group.process.pid, reason, pause)
        self.say(f"worker group {group.process.pid} {reason}; starting again in {pause:.0f} s")
        until = time.monotonic() + pause
        while not self.stops and time.monotonic() < until:
            time.sleep(0.1)
