"""Has anything changed since last time: a fingerprint of files, kept in a file."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path


def files_under(*roots: Path, suffixes: tuple[str, ...] = ()) -> Iterator[Path]:
    """Give the files below the roots (a root may be a file), without caches and hidden folders, in a steady order."""
    for root in roots:
        if root.is_file():
            yield root
            continue
        for path in sorted(root.rglob("*")):
            is_hidden = any(part.startswith((".", "__pycache__")) for part in path.relative_to(root).parts)
            if not is_hidden and path.is_file() and (not suffixes or path.suffix in suffixes):
                yield path


def fingerprint(paths: Iterable[Path], *words: str) -> str:
    """Return a hash of names, sizes and times of the files and of the words."""
    digest = sha256("\0".join(words).encode())
    for path in paths:
        status = path.stat()
        digest.update(f"\0{path}\0{status.st_size}\0{status.st_mtime_ns}".encode())
    return digest.hexdigest()


class Stamp:
    """A fingerprint remembered in a file."""

    def __init__(self, place: Path, current: str) -> None:
        """`place`: the file; `current`: the fingerprint as it is now, empty where nothing can be said: never fresh."""
        self.place, self.current = place, current

    @property
    def is_fresh(self) -> bool:
        """Whether nothing changed since `keep`."""
        return bool(self.current) and self.place.exists() and self.place.read_text() == self.current

    def keep(self) -> None:
        """Remember the fingerprint."""
        self.place.parent.mkdir(parents=True, exist_ok=True)
        self.place.write_text(self.current)
