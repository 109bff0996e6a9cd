"""The engine that draws papers: typst, one compiler a process and layout, letters from our own fonts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, cast

import typst
from django.utils.translation import gettext as _

from certificates.printing.drawing import as_json
from certificates.printing.sheets import Sheet

HERE = Path(__file__).parent
FONTS, LAYOUTS = HERE / "fonts", HERE / "layouts"
STANDARDS = ["ua-1", "a-2a"]
INCHES = {"landscape": 11.693, "portrait": 8.268}
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
MISSING = re.compile(r"the text `\"(.+?)\"` could not be displayed")


@dataclass(frozen=True)
class Printed:
    """A PDF. `is_tagged`: it keeps PDF/UA-1 and PDF/A-2a. `problem`: what staff should look at, or nothing."""

    data: bytes
    is_tagged: bool
    problem: str


class NoLetters(Exception):
    """No font that is at hand has these letters. The message is a sentence for staff."""


class Press:
    """A compiler that has read its layout; it draws one page at a time."""

    def __init__(self, layout: Path, fonts: typst.Fonts) -> None:
        self._compiler = typst.Compiler(layout, root=layout.parent, font_paths=fonts)
        self._lock = Lock()

    def draw(self, data: str, **wanted: Any) -> bytes:
        """Return the file. Raises typst.TypstError where the layout is wrong, or a standard cannot be kept."""
        inputs: Mapping[str, str] = {"data": data}
        with self._lock:
            return cast("bytes", self._compiler.compile(sys_inputs=dict(inputs), **wanted))


@cache
def fonts(*, with_system: bool = False) -> typst.Fonts:
    """Return our own letters; `with_system`: those of the machine too, for a name that ours cannot write."""
    return typst.Fonts(include_system_fonts=with_system, include_embedded_fonts=False, font_paths=[str(FONTS)])


@cache
def press(layout: str, *, with_system: bool = False) -> Press:
    """Return the press of a layout."""
    return Press(LAYOUTS / f"{layout}.typ", fonts(with_system=with_system))


def render_pdf(sheet: Sheet, *, at: datetime) -> Printed:
    """Return the PDF of a sheet; the same sheet at the same moment gives the same bytes.

    It keeps PDF/UA-1 and PDF/A-2a. Where our fonts do not have a letter, the machine's own write it, and the paper says so. Raises
    NoLetters where those do not have it either: nobody gets a paper with boxes on it; typst.TypstError where a layout is wrong.
    """
    data, moment = as_json(sheet), at.astimezone(UTC).replace(microsecond=0)  # the engine takes whole seconds
    made, letters = _tried(press(sheet.layout), data, moment)
    if not letters:
        return Printed(made, is_tagged=True, problem="")
    made, lacking = _tried(press(sheet.layout, with_system=True), data, moment)
    if lacking:
        sentence = _("No font at hand has: %(letters)s. The name must be written with other letters.")
        raise NoLetters(sentence % {"letters": " ".join(lacking)})
    sentence = _("Our fonts do not have: %(letters)s. Look at the paper.")
    return Printed(made, is_tagged=True, problem=sentence % {"letters": " ".join(letters)})


def _tried(chosen: Press, data: str, moment: datetime) -> tuple[bytes, list[str]]:
    """Return the PDF, or the letters for want of which it cannot keep the standards."""
    try:
        return chosen.draw(data, format="pdf", pdf_standards=STANDARDS, timestamp=moment), []
    except typst.TypstError as error:
        letters = sorted(set(MISSING.findall(error.diagnostic)))
        if not letters:
            raise
        return b"", letters


def render_png(sheet: Sheet, *, page_width_px: int = 800) -> bytes:
    """Return a picture of the sheet, so many pixels wide: the same letters in the same places as in the PDF. What cannot be drawn at all is
    seen as boxes.
    """
    data = as_json(sheet)
    _made, letters = _tried(press(sheet.layout), data, BEGINNING)
    return press(sheet.layout, with_system=bool(letters)).draw(data, format="png", ppi=page_width_px / INCHES[sheet.orientation])
