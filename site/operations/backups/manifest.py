"""What a backup says about itself. The first member of the archive; its seal covers every word of it, its checksums every file."""

import json
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

FORMAT = "sstc-academy-backup"
VERSION = 1
NAME = "manifest.json"


class Damaged(Exception):
    """The archive is not a whole backup of this site. The message is one line for the operator."""


@dataclass
class Manifest:
    """Kind of database, its applied migrations, versions, and (size, sha256) of each file by its name in the archive."""

    database: str
    made_at: str
    migrations: list[str]
    versions: dict[str, str]
    files: dict[str, tuple[int, str]] = field(default_factory=dict)
    format: str = FORMAT
    version: int = VERSION

    def to_bytes(self) -> bytes:
        """Return the manifest as JSON with its seal."""
        facts = asdict(self)
        return json.dumps({**facts, "seal": _seal(facts)}, indent=1, sort_keys=True).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Manifest":
        """Read a manifest. Raises Damaged for what is none, for another format or version, for a broken seal."""
        try:
            facts = json.loads(data)
            seal = facts.pop("seal")
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise Damaged("this is no backup: its list of contents cannot be read") from error
        if facts.get("format") != FORMAT:
            raise Damaged("this is a backup of something else")
        if facts.get("version") != VERSION:
            raise Damaged(f"this backup has format version {facts.get('version')}; this release reads {VERSION}")
        if seal != _seal(facts):
            raise Damaged("this backup is damaged: its list of contents was changed")
        return cls(**{**facts, "files": {name: (size, digest) for name, (size, digest) in facts["files"].items()}})


def _seal(facts: dict[str, Any]) -> str:
    return sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def measure(path: Path) -> tuple[int, str]:
    """Return (size in bytes, sha256) of a file."""
    digest, size = sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
            size += len(chunk)
    return size, digest.hexdigest()
