"""Finding the proof inside a PDF of ours: it stands in the file's keywords and behind the drawing of the code, as plain text."""

import re
import zlib
from collections.abc import Callable, Iterator
from itertools import islice

from certificates.proofs.reading import LONGEST_SITE, PROOF, SITE

NUMBER = re.compile(r"/verify/([0-9A-HJKMNP-TV-Z]{26})/")
STREAM = re.compile(rb"stream\r?\n")
HEAD = b"%PDF-"
HEAD_WITHIN = 1024
LARGEST_PART = 300_000  # bytes of one part, packed or not; a proof has two thousand
LARGEST_WHOLE = 1_000_000  # bytes of all parts of a file, unpacked
MOST_PARTS = 200


def is_pdf(data: bytes) -> bool:
    """Say by its head whether a file is a PDF."""
    return HEAD in data[:HEAD_WITHIN]


def proofs_in(data: bytes) -> list[str]:
    """Return the texts of codes that a PDF holds, each once, in order: one, if it is a paper of ours and nobody added to it."""
    return _first(data, _codes)


def numbers_in(data: bytes) -> list[str]:
    """Return the numbers of papers that a PDF links to, each once, in order."""
    return _first(data, NUMBER.findall)


def _first(data: bytes, find: Callable[[str], list[str]]) -> list[str]:
    """Return what is found in the file as it lies there or, where that is nothing, in its packed parts."""
    return list(dict.fromkeys(find(data.decode("latin-1")) or [one for text in _parts(data) for one in find(text)]))


def _codes(text: str) -> list[str]:
    """Return the texts of codes: the proof is found first, then the address before it, so that no letter is looked at again and again."""
    found = []
    for proof in PROOF.finditer(text):
        if site := SITE.search(text, max(0, proof.start() - LONGEST_SITE), proof.start()):
            found.append(site[0] + proof[0])
    return found


def _parts(data: bytes) -> Iterator[str]:
    """Give the packed parts unpacked, so many and so far: a small file may unpack into a huge one."""
    whole, left = memoryview(data), LARGEST_WHOLE
    for start in islice(STREAM.finditer(data), MOST_PARTS):
        part = _unpacked(whole[start.end() : start.end() + LARGEST_PART], min(left, LARGEST_PART))
        yield part.decode("latin-1")
        left -= len(part)
        if left <= 0:
            return


def _unpacked(data: memoryview, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, most)
    except zlib.error:
        return b""
