"""Parts of a file, as players of video ask for them (RFC 9110, one range only: whoever asks for more gets the whole)."""

import re
from collections.abc import Iterator
from typing import BinaryIO

_ASKED = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
CHUNK = 64 * 1024


class OutOfRangeError(ValueError):
    """The part asked for is not in the file."""


def part_asked(header: str, size: int) -> tuple[int, int] | None:
    """Return first and last byte asked for; None for the whole file or a header not understood. Raises OutOfRangeError."""
    match = _ASKED.fullmatch(header.strip())
    if match is None or match.group(0) == "bytes=-":
        return None
    first, last = match.groups()
    if not first:
        start, end = max(0, size - int(last)), size - 1
        if int(last) == 0 or size == 0:
            raise OutOfRangeError
        return start, end
    start, end = int(first), min(int(last) if last else size - 1, size - 1)
    if last and int(last) < start:
        return None
    if start >= size:
        raise OutOfRangeError
    return start, end


def read_part(file: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    """Yield the bytes from `start` to `end`, both included, and close the file."""
    with file:
        file.seek(start)
        left = end - start + 1
        while left > 0 and (chunk := file.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk
