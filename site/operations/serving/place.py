"""Where this site lives: the repository, its data, the environment of its processes; taken by one supervisor at a time."""

import fcntl
import os
from pathlib import Path
from typing import IO

REPOSITORY = Path(__file__).resolve().parents[3]


class PlaceTaken(Exception):
    """Another supervisor runs on this DATA_DIR. The message is for the operator."""


def data_dir() -> Path:
    """Return DATA_DIR as the settings see it."""
    return Path(os.environ.get("DATA_DIR") or REPOSITORY / "var").absolute()


def environment_for(port: int) -> dict[str, str]:
    """Return what every process of the site is given: this environment, `site/` on the path, an address that fits the port."""
    environment = dict(os.environ)
    environment["PYTHONPATH"] = f"{REPOSITORY / 'site'}{os.pathsep}{REPOSITORY}"
    environment["PYTHONUNBUFFERED"] = "1"
    environment["DATA_DIR"] = str(data_dir())
    environment.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    if not environment.get("SITE_URL"):
        environment["SITE_URL"] = f"http://127.0.0.1:{port}"
    return environment


class Place:
    """A DATA_DIR and the environment of the processes that work on it."""

    def __init__(self, port: int) -> None:
        """Nothing is taken yet."""
        self.data = data_dir()
        self.environment = environment_for(port)
        self._lock: IO[str] | None = None

    def take(self) -> None:
        """Take the place until this process ends. Raises PlaceTaken when another one has it."""
        self.data.mkdir(parents=True, exist_ok=True)
        self._lock = (self.data / "serve.lock").open("w")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._lock.close()
            raise PlaceTaken(f"The site is running already on {self.data}. Stop it first, or set another DATA_DIR.") from error

    def release(self) -> None:
        """Give the place back."""
        if self._lock:
            self._lock.close()
