"""Databases that are migrated once and then copied: migrating takes longer than most of what is tested."""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import psycopg
from django.apps import apps
from psycopg.sql import SQL, Identifier

REPOSITORY = Path(__file__).resolve().parent.parent
PLACE = REPOSITORY / "var" / "test"
NAME = "academy_template"
UNFINISHED = f"{NAME}_unfinished"
KEPT = 3  # so that checkouts side by side do not take each other's away


def copied_file(target: Path) -> None:
    """Lay a migrated and otherwise empty SQLite database at `target`."""
    with _alone(PLACE / "lock"):
        template = PLACE / f"template-{_fingerprint()}.sqlite3"
        if not template.exists():
            for stale in PLACE.glob("template-*.sqlite3"):
                stale.unlink()
            unfinished = PLACE / "unfinished.sqlite3"
            unfinished.unlink(missing_ok=True)
            _migrate(f"sqlite:///{unfinished}")
            unfinished.rename(template)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(template, target)


def copied_database(server: str, name: str) -> str:
    """Make a migrated and otherwise empty PostgreSQL database beside the one of `server`, whatever had its name. Returns its address."""
    template = f"{NAME}_{_fingerprint()}"
    with _alone(Path(tempfile.gettempdir()) / f"{NAME}-{os.getuid()}.lock"), psycopg.connect(server, autocommit=True) as connected:
        known = [row[0] for row in connected.execute("SELECT datname FROM pg_database WHERE datname LIKE %s ORDER BY oid", [f"{NAME}%"])]
        if template not in known:
            for stale in {*known[:-KEPT], *(name for name in known if name == UNFINISHED)}:
                connected.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(stale)))
            connected.execute(SQL("CREATE DATABASE {}").format(Identifier(UNFINISHED)))
            _migrate(beside(server, UNFINISHED))
            connected.execute(SQL("ALTER DATABASE {} RENAME TO {}").format(Identifier(UNFINISHED), Identifier(template)))
        connected.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))
        connected.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template)))
    return beside(server, name)


def beside(server: str, name: str) -> str:
    """Return the address of another database of the same server."""
    return f"{server.rsplit('/', 1)[0]}/{name}"


def _fingerprint() -> str:
    """Return a hash over every migration that the installed apps have: another one means another template."""
    digest = sha256(sys.version.encode())
    for app in apps.get_app_configs():
        for path in sorted(Path(app.path).glob("migrations/*.py")):
            digest.update(f"{app.label} {path.name}".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Let one process at a time make or copy a template; the others wait, and an ended one holds nobody up."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _migrate(address: str) -> None:
    dropped = {"DJANGO_SETTINGS_MODULE", "PYTEST_XDIST_WORKER", "CACHE_URL"}
    environment = {name: value for name, value in os.environ.items() if name not in dropped}
    environment |= {"DATABASE_URL": address, "PYTHONPATH": f"{REPOSITORY / 'site'}{os.pathsep}{REPOSITORY}"}
    environment["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    command = [sys.executable, str(REPOSITORY / "manage.py"), "migrate", "--verbosity", "0"]
    answer = subprocess.run(command, env=environment, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
