"""A child process in a group of its own, which ends with the process that started it."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

_SET_DEATH_SIGNAL, _SET_SUBREAPER = 1, 36  # of prctl(2)
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def adopt_orphans() -> None:
    """Have grandchildren whose parent dies handed to this process, so that it can end them."""
    if _libc:
        _libc.prctl(_SET_SUBREAPER, 1, 0, 0, 0)


def own_children() -> list[int]:
    """Return the ids of the living children of this process, adopted ones included (empty where the system does not tell)."""
    found: list[int] = []
    with suppress(OSError):
        for task in Path("/proc/self/task").iterdir():
            found += [int(word) for word in (task / "children").read_text().split()]
    return found


def reap_adopted(known: set[int]) -> None:
    """Take the exit codes of adopted processes, leaving those in `known` to their owners."""
    while True:
        try:
            ended = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        except ChildProcessError:
            return
        if ended is None or ended.si_pid in known:
            return
        os.waitpid(ended.si_pid, 0)


class Child:
    """One command under supervision."""

    def __init__(self, name: str, command: list[str], environment: dict[str, str]) -> None:
        """Keep what to run; nothing starts yet."""
        self.name, self.command, self.environment = name, command, environment
        self.process: subprocess.Popen[bytes] | None = None
        self.started_at = 0.0
        self.starts = 0

    def start(self) -> None:
        """Start the command as leader of a new process group."""
        parent = os.getpid()
        self.process = subprocess.Popen(  # noqa: S603 - the commands are our own
            self.command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=lambda: _end_with(parent),
        )
        self.started_at = time.monotonic()
        self.starts += 1

    @property
    def code(self) -> int | None:
        """The exit code, or None while it runs or before it started."""
        return self.process.poll() if self.process else None

    @property
    def is_running(self) -> bool:
        """Whether the leader of the group lives."""
        return self.process is not None and self.process.poll() is None

    def ask_to_stop(self) -> None:
        """Ask the leader to stop; it knows best how its own children end."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)

    def kill_group(self) -> None:
        """End what is left of the group at once, the leader's orphans included."""
        if self.process:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def _end_with(parent: int) -> None:
    """In the child, before it becomes the command: be told to stop when the parent dies, even by SIGKILL."""
    if _libc:
        _libc.prctl(_SET_DEATH_SIGNAL, signal.SIGTERM, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)
