"""One database with a watchdog at work on it, and ways to look at its processes from outside."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 6
RETRY = 16


class Place:
    """One database with a watchdog at work on it."""

    driver_module = "tests.jobs.driver"

    def __init__(self, folder: Path, database: str, **environment: str) -> None:
        self.folder, self.kind = folder, database.partition(":")[0]
        self.environment = os.environ | {
            "DATABASE_URL": database,
            "DATA_DIR": str(folder / "data"),
            "DJANGO_SETTINGS_MODULE": "config.settings.development",
            "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}",
            "JOB_TIMEOUT": "5",
            "JOB_RETRY": str(RETRY),
            **environment,
        }
        self.environment.pop("CACHE_URL", None)
        assert self.python("manage.py", "migrate", "--verbosity", "0").wait(timeout=600) == 0
        self.driver = self.python("-m", self.driver_module, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.output = folder / "work.log"
        self.watchdog: subprocess.Popen[str] | None = None

    def python(self, *words: str, **options: object) -> subprocess.Popen[str]:
        """Start Python on this database."""
        return subprocess.Popen([sys.executable, *words], cwd=ROOT, env=self.environment, text=True, **options)

    def start(self) -> None:
        """Start the watchdog and wait until a job goes through."""
        log = self.output.open("a")
        arguments = ("manage.py", "work", "--only-cluster", "--patience", str(PATIENCE), "--grace", "8")
        self.watchdog = self.python(*arguments, stdout=log, stderr=log)
        log.close()
        self.queue("start", 0)
        self.wait_done("start", within=60)

    def ask(self, *request: object) -> object:
        """Ask the driver."""
        self.driver.stdin.write(json.dumps(request) + "\n")
        self.driver.stdin.flush()
        return json.loads(self.driver.stdout.readline())

    def queue(self, name: str, seconds: float) -> None:
        """Queue a job that leaves a trace."""
        (self.folder / name).unlink(missing_ok=True)
        self.ask("enqueue", "tests.jobs.proof_jobs.trace", [str(self.folder), name, seconds])

    def lines(self, name: str) -> list[str]:
        """Return the trace of a job."""
        path = self.folder / name
        return path.read_text().splitlines() if path.exists() else []

    def wait_begun(self, name: str, within: float) -> tuple[int, int]:
        """Return the process and the process group that began a job."""
        until(lambda: self.lines(name), within, f"{name} to begin", self)
        _, process, group = self.lines(name)[-1].split()
        return int(process), int(group)

    def wait_done(self, name: str, within: float) -> float:
        """Wait for the end of a job and return the seconds that it took."""
        return until(lambda: "done" in self.lines(name), within, f"{name} to be done", self)

    def runner(self, name: str) -> tuple[int, int]:
        """Return the process and group that did a job."""
        _, process, group = next(line for line in self.lines(name) if line.startswith("begun")).split()
        return int(process), int(group)

    def settle(self) -> None:
        """Wait until nothing is queued or at work; what failed for good stays for staff to see."""

        def is_empty() -> bool:
            left = self.ask("left")
            return left["queue"] == 0 and all(state == "failed" for _, state, _, _ in left["begun"])

        until(is_empty, RETRY * 3, "the queue to empty", self)

    def starts(self) -> int:
        """Return how often the watchdog has started a group."""
        return self.output.read_text().count(" started\n")

    def end(self) -> None:
        """Let go of whatever still runs."""
        if self.watchdog and self.watchdog.poll() is None:
            self.watchdog.kill()
            self.watchdog.wait()
        self.driver.stdin.close()
        self.driver.wait(timeout=10)
        self.driver.stdout.close()

    def stop(self) -> float:
        """Stop the watchdog kindly; return the seconds that it took."""
        begun = time.monotonic()
        self.watchdog.terminate()
        assert self.watchdog.wait(timeout=20) == 0
        return time.monotonic() - begun


def until(holds, within: float, what: str, place: Place) -> float:
    """Wait until something holds; return the seconds. Fails with the worker's log."""
    begun = time.monotonic()
    while not holds():
        assert time.monotonic() - begun < within, f"Waited {within} s for {what}.\n{place.output.read_text()[-3000:]}"
        time.sleep(0.05)
    return time.monotonic() - begun


def members(group: int) -> list[int]:
    """Return the living processes of a group."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group = path.read_text().rpartition(") ")[2].split()[:3]
        except OSError:
            continue
        if int(its_group) == group and state != "Z":
            found.append(int(path.parent.name))
    return found


def say(place: Place, what: str, seconds: float) -> None:
    """Print a figure."""
    sys.stdout.write(f"\n  {place.kind:9} {what}: {seconds:.1f} s")
