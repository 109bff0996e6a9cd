"""The worker under its watchdog."""

import fcntl
import os
from argparse import SUPPRESS, ArgumentParser
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django_q.cluster import Cluster

from jobs.leash import hold_all
from jobs.watchdog import Watchdog


class Command(BaseCommand):
    """Run jobs until SIGTERM or Ctrl-C."""

    help = "Run jobs: the worker, begun again when it dies or hangs. Ends on SIGTERM or Ctrl-C, after the jobs in hand."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what may be asked."""
        text = "this is the only worker of the database: take over at once what a killed one held"
        parser.add_argument("--only-cluster", action="store_true", help=text)
        parser.add_argument(
            "--patience", type=float, default=settings.WORK_PATIENCE, help="seconds without work, with jobs waiting, that mean a hang"
        )
        parser.add_argument("--grace", type=float, default=settings.WORK_GRACE, help="seconds that jobs in hand have to end when stopped")
        parser.add_argument("--cluster", nargs=2, type=int, metavar=("PIPE", "PARENT"), help=SUPPRESS)

    def handle(self, *args: Any, **options: Any) -> None:
        """Watch, or (told so by the watchdog) be the cluster."""
        if options["cluster"]:
            self._be_the_cluster(*options["cluster"])
            return
        lock = self._only_one() if options["only_cluster"] else None
        Watchdog(is_only_cluster=options["only_cluster"], patience=options["patience"], grace=options["grace"], say=self._say).run()
        if lock:
            lock.close()
        self._leave(0)

    def _say(self, line: str) -> None:
        self.stdout.write(f"work: {line}")
        self.stdout.flush()

    def _leave(self, code: int) -> None:
        """End without taking the interpreter apart: that costs a second or more, and nothing is left to close."""
        self.stdout.flush()
        self.stderr.flush()
        os._exit(code)

    def _be_the_cluster(self, pipe: int, parent: int) -> None:
        hold_all(parent)
        cluster = Cluster()
        cluster.start()
        os.write(pipe, b"1")
        os.close(pipe)
        cluster.sentinel.join()
        self._leave(cluster.sentinel.exitcode or 0)

    def _only_one(self) -> IO[str]:
        """Hold a lock as long as this process lives. Raises CommandError when another only worker holds it."""
        path = Path(settings.DATA_DIR) / "work.lock"
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = path.open("w")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise CommandError(f"Another worker runs here already ({path} is locked).") from error
        return lock
