"""Uploaded files: taken with hard links, so that a file deleted while the backup runs is still in it, and no byte is copied twice."""

import os
import shutil
from pathlib import Path


def link_all(source: Path, target: Path) -> int:
    """Link every file below `source` that is not yet below `target`; returns how many are new. Called before and after the
    database is read: what it names was there before, or came meanwhile.
    """
    count = 0
    for folder, _folders, names in os.walk(source):
        for name in names:
            path = Path(folder) / name
            twin = target / path.relative_to(source)
            if twin.exists():
                continue
            twin.parent.mkdir(parents=True, exist_ok=True)
            count += _link(path, twin)
    return count


def has_files(folder: Path) -> bool:
    """Say whether any file lies below the folder."""
    return any(names for _folder, _folders, names in os.walk(folder))


def put(source: Path, target: Path, *, aside: Path) -> None:
    """Make `source` the folder `target`; what was there moves to `aside`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        aside.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(target, aside)
    if source.exists():
        shutil.move(source, target)
    else:
        target.mkdir()


def _link(path: Path, twin: Path) -> int:
    try:
        os.link(path, twin)
    except FileNotFoundError:
        return 0  # deleted this moment
    except OSError:
        shutil.copy2(path, twin)  # another disk
    return 1
