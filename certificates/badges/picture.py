"""Draw the picture of a badge, as PNG and as SVG, in the fonts of the papers: it is the same for everybody who achieved the same."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Literal

import typst
from django.utils.translation import gettext, override

from certificates.credentials.snapshot import Snapshot
from certificates.printing.engine import fonts
from content.covers.weaving import pattern

HERE = Path(__file__).parent
SIDE = 480  # points, and units of the cloth's drawing
PIXELS_PER_INCH = 96.0  # 640 pixels a side
Format = Literal["png", "svg"]


def picture_of(words: Snapshot, form: Format) -> bytes:
    """Return the picture: the course's cloth, its title and what it is for, in the main language."""
    language = words.languages[0]
    with override(language):
        label = _label(words.kind)
    return _drawn(words.course_key, words.course_in(language), label, words.issuer["name"], language.partition("-")[0], form)


def cloth_of(key: str) -> str:
    """Return a square of the cloth that the site weaves for a course."""
    woven = pattern(key, "p", 'patternUnits="userSpaceOnUse" patternTransform="scale(6)"')
    whole = f'<rect width="{SIDE}" height="{SIDE}" fill="url(#p)"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">{woven}{whole}</svg>'


@lru_cache(maxsize=64)
def _drawn(key: str, title: str, label: str, issuer: str, language: str, form: Format) -> bytes:
    data = {"cloth": cloth_of(key), "title": title, "label": label, "issuer": issuer, "lang": language}
    drawn = _compiler().compile(format=form, ppi=PIXELS_PER_INCH, sys_inputs={"data": json.dumps(data)})
    if not isinstance(drawn, bytes):
        raise TypeError("the picture of a badge is one page")
    return drawn


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    return typst.Compiler(HERE / "badge.typ", root=HERE, font_paths=fonts())


def _label(kind: str) -> str:
    if kind == "completion":
        return gettext("Course completed")
    return gettext("Took part") if kind == "participation" else gettext("Contribution")
