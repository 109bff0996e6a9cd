"""Bytes of unknown encoding turned into clean text, or refused with one sentence."""

import re
import unicodedata

from charset_normalizer import from_bytes
from django.utils.translation import gettext as _

MOST_BYTES = 2 * 1024 * 1024
BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
LIKELY = ["cp1252", "iso8859_15", "mac_roman"]
LINE_BREAK = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff]")
ODD_SPACE = re.compile("[\x1c-\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


class Unreadable(ValueError):
    """The bytes are no text that we can read; the message is one sentence for the person."""


def decode(data: bytes) -> str:
    """Return the clean text of `data`. Raises Unreadable on empty, too large and binary files."""
    if len(data) > MOST_BYTES:
        raise Unreadable(_("The file is larger than 2 MB."))
    if not data.strip():
        raise Unreadable(_("The file is empty."))
    text = clean(_as_text(data))
    if not text.strip():
        raise Unreadable(_("The file holds no text."))
    return text


def clean(text: str) -> str:
    """Return `text` with one kind of line break and of space, composed letters and no invisible characters."""
    text = LINE_BREAK.sub("\n", unicodedata.normalize("NFC", text))
    return ODD_SPACE.sub(" ", INVISIBLE.sub("", text))


def _as_text(data: bytes) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if b"\x00" in data or data.startswith((b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise Unreadable(_("This is not a text file. Save the document as text (.txt) or web page (.html) first."))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if sum(byte < 32 and byte not in (9, 10, 11, 12, 13) for byte in data) > len(data) / 100:
        raise Unreadable(_("This is not a text file. Save the document as text (.txt) or web page (.html) first."))
    best = from_bytes(data[:100_000], cp_isolation=LIKELY).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(_("The file is damaged: its encoding cannot be read.")) from error
