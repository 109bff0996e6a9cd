"""What a file really is, by its content: names lie. Pure functions over an open file; they read little and leave it at its beginning."""

import zipfile
from collections.abc import Callable
from typing import BinaryIO

import puremagic
import webvtt

HEAD = 4096
ZIP_MEMBERS = 20_000
TYPES = {
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "mp4": "video/mp4",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "txt": "text/plain",
    "vtt": "text/vtt",
    "webm": "video/webm",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
PLAYED = {"mp4", "vtt", "webm"}  # what a page plays inside itself; all else is downloaded


def is_what_it_says(file: BinaryIO, extension: str) -> bool:
    """Return whether the content of this file is of the kind that its extension names. Unknown extensions are never right."""
    check = _CHECKS.get(extension)
    try:
        file.seek(0)
        return bool(check and check(file))
    except (zipfile.BadZipFile, UnicodeDecodeError, ValueError, OSError, NotImplementedError, webvtt.errors.MalformedFileError):
        return False
    finally:
        file.seek(0)


def guess(file: BinaryIO) -> str:
    """Return what the content looks like as an extension without its dot, or nothing."""
    file.seek(0)
    try:
        return str(puremagic.from_string(file.read(HEAD))).lstrip(".")
    except (puremagic.PureError, ValueError):
        return ""
    finally:
        file.seek(0)


def _pdf(file: BinaryIO) -> bool:
    return file.read(5) == b"%PDF-"


def _mp4(file: BinaryIO) -> bool:
    return file.read(12)[4:8] == b"ftyp"


def _webm(file: BinaryIO) -> bool:
    head = file.read(HEAD)
    return head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head[:80]


def _text(file: BinaryIO) -> bool:
    """Return whether this is UTF-8 text (or older Western text) without control characters, and not some known kind in disguise."""
    head = file.read(HEAD)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head.decode("utf-16", errors="ignore")
        return True
    control = set(range(32)) - {9, 10, 12, 13}
    return not control.intersection(head) and not head.startswith((b"%PDF-", b"PK\x03\x04"))


def _captions(file: BinaryIO) -> bool:
    text = file.read().decode("utf-8-sig")
    if not text.startswith("WEBVTT"):
        return False
    webvtt.from_string(text)
    return True


def _zip(file: BinaryIO) -> bool:
    return file.read(4) in (b"PK\x03\x04", b"PK\x05\x06") and zipfile.is_zipfile(file)


def _members(file: BinaryIO) -> set[str]:
    if not _zip(file):
        return set()
    with zipfile.ZipFile(file) as archive:
        return set(archive.namelist()[:ZIP_MEMBERS])


def _office(part: str) -> Callable[[BinaryIO], bool]:
    return lambda file: {"[Content_Types].xml", part} <= _members(file)


def _odt(file: BinaryIO) -> bool:
    if "mimetype" not in _members(file):
        return False
    with zipfile.ZipFile(file) as archive, archive.open("mimetype") as member:
        return member.read(80).strip() == TYPES["odt"].encode()


_CHECKS: dict[str, Callable[[BinaryIO], bool]] = {
    "csv": _text,
    "docx": _office("word/document.xml"),
    "mp4": _mp4,
    "odt": _odt,
    "pdf": _pdf,
    "pptx": _office("ppt/presentation.xml"),
    "txt": _text,
    "vtt": _captions,
    "webm": _webm,
    "xlsx": _office("xl/workbook.xml"),
    "zip": _zip,
}
