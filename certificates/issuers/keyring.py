"""The private keys, as the operator keeps them: {name: PEM} from the environment and from one file that only its owner reads."""

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from certificates.issuers.jwk import Private, from_pem

OWNER_ONLY = 0o600


class KeyFileBroken(Exception):
    """The file of private keys cannot be read. The message is one line for the operator, and holds nothing of the file."""


def held() -> Mapping[str, str]:
    """Return all private keys as PEM by name; those of the environment come first. Raises `KeyFileBroken`."""
    return {**_in_file(settings.CERTIFICATE_KEYS_FILE), **settings.CERTIFICATE_KEYS}


def private_key(kid: str) -> Private | None:
    """Return the private key of this name, or None where it is not held. Raises `KeyFileBroken` and `NotAKey`."""
    pem = held().get(kid)
    return None if pem is None else _read(pem)


def keep(keys: Mapping[str, str]) -> None:
    """Put these keys beside those in the file, which is replaced at once or not at all. Raises `KeyFileBroken` and OSError."""
    path: Path = settings.CERTIFICATE_KEYS_FILE
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _alone(path):
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump({**_in_file(path), **keys}, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let nobody else write the file meanwhile."""
    descriptor = os.open(path.with_name(f"{path.name}.lock"), os.O_WRONLY | os.O_CREAT, OWNER_ONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _in_file(path: Path) -> Mapping[str, str]:
    """Return the keys in the file, read again when it has changed; nothing where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return {}
    return _parsed(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=4)
def _parsed(path: Path, changed: int, size: int) -> Mapping[str, str]:
    try:
        keys = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KeyFileBroken(f"{path} cannot be read as JSON.") from error
    if not isinstance(keys, dict) or not all(isinstance(value, str) for value in keys.values()):
        raise KeyFileBroken(f"{path} is not a list of keys by name.")
    return keys


@lru_cache(maxsize=32)
def _read(pem: str) -> Private:
    """Return a key, read once: checking an RSA key takes long."""
    return from_pem(pem)
