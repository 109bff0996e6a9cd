"""Open an office document: hand it to the reading process, and give its text as a web page."""

import json
import subprocess
import sys
from pathlib import Path

from django.utils.translation import gettext as _

from content.sheets.limits import MOST_BYTES, MOST_PAGES, MOST_SECONDS

ROOT = Path(__file__).resolve().parents[2]
SIGNS = ((b"PK\x03\x04", "docx"), (b"%PDF", "pdf"))


class Unreadable(ValueError):
    """The bytes are no text that we can read; the message is one sentence for the person."""


def kind_of(data: bytes) -> str:
    """Return docx or pdf by the first bytes, or an empty string. A file's name is not asked."""
    return next((kind for sign, kind in SIGNS if data.startswith(sign)), "")


def open_sheet(data: bytes) -> str:
    """Return the text of a .docx or .pdf as an HTML page. Takes up to `MOST_SECONDS`; raises Unreadable with one sentence."""
    if len(data) > MOST_BYTES:
        raise Unreadable(sentence("large"))
    answer = _ask(kind_of(data), data)
    html = answer.get("html")
    if html is None:
        raise Unreadable(sentence(answer.get("refused", "damaged")))
    if not html.strip():
        raise Unreadable(sentence("pictures" if kind_of(data) == "pdf" else "empty"))
    return f"<!doctype html><html><body>{html}</body></html>"


def sentence(reason: str) -> str:
    """Return the words for a file that is not read."""
    return {
        "large": _("The file is larger than 10 MB."),
        "damaged": _("The file is damaged: it cannot be read."),
        "other": _("This is not a Word document (.docx). Save it as one, or as text, first."),
        "locked": _("The file is protected by a password. Save it without one first."),
        "pages": _("The file has more than %(number)s pages.") % {"number": MOST_PAGES},
        "pictures": _("The file holds pictures of text, but no text. Send the document that it was made from."),
        "empty": _("The file holds no text."),
        "unpacked": _("The file holds more than one page can."),
        "heavy": _("The file takes too long to read. Save it as text first."),
    }[reason]


def _ask(kind: str, data: bytes) -> dict[str, str]:
    """Let the reading process read. A process that dies or does not end in time has met a file that is too heavy."""
    command = [sys.executable, "-P", "-m", "content.sheets.worker", kind]
    environment = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(  # noqa: S603 - our own command; the file is only its input
            command, input=data, capture_output=True, cwd=ROOT, env=environment, timeout=MOST_SECONDS * 2, check=True
        )
        answer: dict[str, str] = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        return {"refused": "heavy"}
    return answer
