"""The site's keys: what signs sessions, links and jobs, and whatever lies in DATA_DIR/keys."""

import json
import os
import shutil
from pathlib import Path

from django.conf import settings

NAME = "keys/secrets.json"
FOLDER = "keys/files"


def collect(folder: Path) -> None:
    """Write the keys into a backup's folder."""
    target = folder / NAME
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps({"SECRET_KEY": settings.SECRET_KEY}))
    own = Path(settings.DATA_DIR) / "keys"
    if own.is_dir():
        shutil.copytree(own, folder / FOLDER)


def put(folder: Path) -> None:
    """Put the keys back: files into DATA_DIR, the secret key where the embedded site reads it (the environment goes before it)."""
    data = Path(settings.DATA_DIR)
    secret = json.loads((folder / NAME).read_text())["SECRET_KEY"]
    place = data / "secret_key"
    place.unlink(missing_ok=True)
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secret)
    if (folder / FOLDER).is_dir():
        shutil.rmtree(data / "keys", ignore_errors=True)
        shutil.copytree(folder / FOLDER, data / "keys")


def is_other_in_force() -> bool:
    """Say whether the environment gives another secret key than the one that was put back."""
    given = os.environ.get("SECRET_KEY", "")
    return bool(given) and (Path(settings.DATA_DIR) / "secret_key").read_text() != given
