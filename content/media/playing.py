"""How long a video is, read from its own head; no player, no codec."""

import struct
from typing import BinaryIO

from tinytag import TinyTag, TinyTagException

_SEGMENT, _INFO, _SCALE, _DURATION = 0x18538067, 0x1549A966, 0x2AD7B1, 0x4489
_READ = 1 << 20


def seconds_of(file: BinaryIO, extension: str) -> float | None:
    """Return the length in seconds, or None where the file does not say it. Leaves the file at its beginning."""
    file.seek(0)
    try:
        if extension == "mp4":
            return TinyTag.get(filename="video.mp4", file_obj=file, tags=False).duration or None
        return _webm_seconds(file.read(_READ)) if extension == "webm" else None
    except (TinyTagException, struct.error, IndexError, ValueError, OverflowError):
        return None
    finally:
        file.seek(0)


def _webm_seconds(data: bytes) -> float | None:
    """Walk the elements of a WebM (EBML) file down to the length in its Info element."""
    scale, duration, at = 1_000_000, None, 0
    while at < len(data):
        name, at = _number(data, at, keep_marker=True)
        size, at = _number(data, at, keep_marker=False)
        if name in (_SEGMENT, _INFO):
            continue  # what is inside comes next
        value = data[at : at + size]
        if name == _SCALE:
            scale = int.from_bytes(value, "big")
        elif name == _DURATION:
            duration = struct.unpack(">f" if size == 4 else ">d", value)[0]
        if duration is not None and scale:
            return duration * scale / 1_000_000_000
        at += size
    return None


def _number(data: bytes, at: int, *, keep_marker: bool) -> tuple[int, int]:
    """Read one of EBML's numbers of variable width; return it and where the next thing starts."""
    width = 9 - data[at].bit_length()
    if width > 8:
        raise ValueError(data[at])
    value = int.from_bytes(data[at : at + width], "big")
    return (value if keep_marker else value & ((1 << (7 * width)) - 1)), at + width
