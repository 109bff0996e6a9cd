"""An SQLite database: a consistent copy while others write, and its return."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from django.db import connections

from .manifest import Damaged

NAME = "database/db.sqlite3"


def copy(source: Path, target: Path) -> None:
    """Write a consistent copy of the database as it is at this moment. Writers go on meanwhile: this only reads a snapshot.

    Raises Damaged when the database itself cannot be read.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with closing(sqlite3.connect(f"file:{source}?mode=rw", uri=True, timeout=60, isolation_level=None)) as connection:
            connection.execute("VACUUM INTO ?", [str(target)])
    except sqlite3.DatabaseError as error:
        raise Damaged(f"the database {source} cannot be read ({error})") from error


def applied(file: Path) -> list[str]:
    """Return the migrations that a database file has, as 'app.name'. Raises Damaged when it is no sound database of this site."""
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise Damaged("this backup is damaged: its database is not sound")
            return sorted(f"{app}.{name}" for app, name in connection.execute("SELECT app, name FROM django_migrations"))
    except sqlite3.DatabaseError as error:
        raise Damaged(f"this backup is damaged: its database cannot be read ({error})") from error


def copy_as_it_is(source: Path, target: Path) -> None:
    """Copy the file of a database that cannot be read any more, for whoever may mend it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o600)


def put(file: Path, target: Path) -> None:
    """Make `file` the database. The old one goes in the same moment; its journals first, since they would spoil the new one."""
    connections.close_all()
    for suffix in ("-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            Path(f"{target}{suffix}").unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    file.chmod(0o600)
    os.replace(file, target)
