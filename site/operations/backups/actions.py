"""Make a backup of the running site; put one back."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection

from operations.backups import keys, media, postgres, sqlite
from operations.backups.archive import pack, unpack
from operations.backups.manifest import Damaged, Manifest
from operations.backups.queries import database_file, is_place_empty, unknown_migrations

COPIES_KEPT = 5
PACKAGES = ("Django", "wagtail", "wagtail-localize", "django-q2")


class Refused(Exception):
    """Nothing was changed. The message is one line for the operator."""


def make_backup(*, target: Path, now: datetime) -> Manifest:
    """Write database, media and keys of the site, which may go on working, to one file; returns its list of contents.

    Raises Refused where the file exists already or cannot be written.
    """
    if target.exists():
        raise Refused(f"Not backed up: {target} exists already.")
    if not target.parent.is_dir():
        raise Refused(f"Not backed up: there is no folder {target.parent}.")
    with _staging() as folder:
        media.link_all(Path(settings.MEDIA_ROOT), folder / "media")
        if connection.vendor == "sqlite":
            sqlite.copy(database_file(), folder / sqlite.NAME)
            migrations = sqlite.applied(folder / sqlite.NAME)
        else:
            migrations = postgres.dump(folder)
        media.link_all(Path(settings.MEDIA_ROOT), folder / "media")
        keys.collect(folder)
        versions = {name: version(name) for name in PACKAGES}
        manifest = Manifest(database=connection.vendor, made_at=now.isoformat(), migrations=migrations, versions=versions)
        try:
            pack(folder, manifest, target)
        except OSError as error:
            raise Refused(f"Not backed up: {target} cannot be written ({error.strerror}).") from error
    return manifest


def restore(*, source: Path, is_forced: bool = False, now: datetime) -> Manifest:
    """Put a backup in the place of this site; the caller has stopped it. Everything is checked before anything is touched.

    With `is_forced` what is here is replaced, after a backup of it into DATA_DIR/backups. Raises Refused and Damaged.
    """
    if not source.is_file():
        raise Refused(f"Not restored: there is no file {source}.")
    if not is_forced and not is_place_empty():
        raise Refused("Not restored: this site has people or files already. To replace them: --force (a backup of them is made first).")
    with _staging() as folder:
        manifest = unpack(source, folder)
        _check(manifest, folder)
        if not is_place_empty():
            _keep_what_is_here(now)
        if connection.vendor == "sqlite":
            sqlite.put(folder / sqlite.NAME, database_file())
        else:
            postgres.load(folder, manifest.migrations)
        with tempfile.TemporaryDirectory(dir=folder) as old:
            media.put(folder / "media", Path(settings.MEDIA_ROOT), aside=Path(old) / "media")
        keys.put(folder)
    call_command("migrate", interactive=False, verbosity=0)
    _forget_derived()
    return manifest


def copy_before_migrate(*, now: datetime) -> Path | None:
    """Copy an SQLite database before it is migrated, and keep the last COPIES_KEPT copies; returns the copy, or None."""
    file = database_file()
    if connection.vendor != "sqlite" or not file.is_file() or not file.stat().st_size:
        return None
    target = Path(settings.DATA_DIR) / "backups" / f"before-migrate-{now:%Y%m%d-%H%M%S-%f}.sqlite3"
    sqlite.copy(file, target)
    target.chmod(0o600)
    for old in sorted(target.parent.glob("before-migrate-*.sqlite3"))[:-COPIES_KEPT]:
        old.unlink()
    return target


def _keep_what_is_here(now: datetime) -> None:
    """Back up what a restore replaces; where its database cannot be read any more, keep the file as it is."""
    target = Path(settings.DATA_DIR) / "backups" / f"before-restore-{now:%Y%m%d-%H%M%S-%f}.tar.gz"
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        make_backup(target=target, now=now)
    except Damaged:
        sqlite.copy_as_it_is(database_file(), target.with_name(f"{target.name}.damaged.sqlite3"))


def _check(manifest: Manifest, folder: Path) -> None:
    if manifest.database != connection.vendor:
        raise Refused(f"Not restored: the backup is of {manifest.database}, this site runs on {connection.vendor}.")
    unknown = unknown_migrations(manifest.migrations)
    if unknown:
        raise Refused(f"Not restored: the backup comes from a newer release ({unknown[0]} is unknown here).")
    wanted = sqlite.NAME if manifest.database == "sqlite" else f"{postgres.FOLDER}/{postgres.SCHEMA}"
    if wanted not in manifest.files:
        raise Damaged("this backup is damaged: it has no database")
    if manifest.database == "sqlite":
        sqlite.applied(folder / sqlite.NAME)
    else:
        json.loads((folder / wanted).read_text())


def _forget_derived() -> None:
    """Empty caches and stamps: they speak of the site that was here before."""
    caches["default"].clear()
    shutil.rmtree(Path(settings.DATA_DIR) / "prepared", ignore_errors=True)


@contextmanager
def _staging() -> Iterator[Path]:
    """Give a folder under DATA_DIR, on the disk of the media, readable by its owner only; gone afterwards."""
    Path(settings.DATA_DIR).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=settings.DATA_DIR, ignore_cleanup_errors=True) as folder:
        yield Path(folder)
