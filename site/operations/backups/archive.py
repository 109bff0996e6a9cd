"""A folder packed into one file, and unpacked with every byte checked."""

import gzip
import io
import os
import tarfile
import time
import zlib
from hashlib import sha256
from pathlib import Path, PurePosixPath

from .manifest import NAME, Damaged, Manifest, measure


def pack(folder: Path, manifest: Manifest, target: Path) -> None:
    """Write the folder's files and the manifest to `target`, readable by its owner only. Until it is whole it bears another name."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            manifest.files[path.relative_to(folder).as_posix()] = measure(path)
    unfinished = target.with_name(f"{target.name}.{os.getpid()}.unfinished")
    try:
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file, tarfile.open(fileobj=file, mode="w:gz", compresslevel=5) as tar:
            _add(tar, NAME, manifest.to_bytes())
            for name in manifest.files:
                tar.add(folder / name, arcname=name, recursive=False, filter=_plain)
        with unfinished.open("rb") as written:
            os.fsync(written.fileno())
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def unpack(source: Path, folder: Path) -> Manifest:
    """Unpack into an empty folder and check every file. Raises Damaged; what was unpacked by then is the caller's to remove."""
    try:
        with gzip.open(source) as stream:
            with tarfile.open(fileobj=stream, mode="r|") as tar:
                manifest = _read(tar, folder)
            while stream.read(1 << 20):
                pass  # the end carries a checksum of its own
        return manifest
    except (tarfile.TarError, EOFError, zlib.error, OSError) as error:
        raise Damaged(f"{source} cannot be read as a backup: {error or 'it is cut off'}") from error


def _read(tar: tarfile.TarFile, folder: Path) -> Manifest:
    first = tar.next()
    body = tar.extractfile(first) if first and first.name == NAME else None
    if body is None:
        raise Damaged("this is no backup: it has no list of contents")
    manifest = Manifest.from_bytes(body.read())
    seen = set()
    for member in tar:
        if member.name == NAME:
            continue
        expected = manifest.files.get(member.name)
        if expected is None or not member.isreg() or not _is_safe(member.name) or member.name in seen:
            raise Damaged(f"this backup is damaged: {member.name} is not in its list of contents")
        _extract(tar, member, folder / member.name, expected)
        seen.add(member.name)
    missing = sorted(set(manifest.files) - seen)
    if missing:
        raise Damaged(f"this backup is damaged: {missing[0]} is missing")
    return manifest


def _extract(tar: tarfile.TarFile, member: tarfile.TarInfo, target: Path, expected: tuple[int, str]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, size = sha256(), 0
    body = tar.extractfile(member)
    with target.open("wb") as file:
        while body and (chunk := body.read(1 << 20)):
            digest.update(chunk)
            size += len(chunk)
            file.write(chunk)
    if (size, digest.hexdigest()) != expected:
        raise Damaged(f"this backup is damaged: {member.name} is not what it was")


def _is_safe(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts


def _add(tar: tarfile.TarFile, name: str, data: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode, member.mtime = len(data), 0o600, int(time.time())
    tar.addfile(member, io.BytesIO(data))


def _plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o600
    return member
