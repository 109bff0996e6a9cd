"""What a layout reads: the sheet as JSON, with its code and its cloth as drawings."""

import json
import re
from math import isqrt
from typing import Any, SupportsBytes, cast
from unicodedata import category, normalize

import zxingcpp

from certificates.printing.pictures import logo_svg, strokes_svg
from certificates.printing.sheets import Sheet, Words
from content.covers.weaving import FIGURES, band

DARK = re.compile(b"\\0+")  # modules of a code, row by row
TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")  # signs that turn the direction of writing
SCRIPTS = {"ar": re.compile("[\u0600-\u06ff]"), "zh": re.compile("[\u3400-\u9fff]"), "hi": re.compile("[\u0900-\u097f]")}


def plain(text: str) -> str:
    """Return a text as it can be printed: composed letters, one line, no control characters and none that turn the direction."""
    if text.isascii() and text.isprintable():
        return text.strip()
    kept = "".join(" " if category(letter) in {"Cc", "Zl", "Zp"} else letter for letter in TURNING.sub("", text))
    return " ".join(normalize("NFC", kept).split(" ")).strip()


def as_json(sheet: Sheet) -> str:
    """Return everything that a layout needs."""
    return json.dumps(_plain(_data(sheet)), ensure_ascii=False, separators=(",", ":"))


def _data(sheet: Sheet) -> dict[str, Any]:
    main = sheet.words[0]
    return {
        "orientation": sheet.orientation,
        "title": f"{main.headline}: {sheet.name}",
        "issuer": sheet.issuer,
        "name": sheet.name,
        "name_language": language_of(sheet.name),
        "words": [_language(words) for words in sheet.words],
        "facts": _facts(sheet.words),
        "number": sheet.number,
        "sample": sheet.sample,
        "address": sheet.address,
        "qr": {"text": sheet.qr, "svg": code_svg(sheet.qr)},
        "cloth": cloth(sheet.cloth),
        "figures": {name: {"height": height, "path": path} for name, (height, path) in FIGURES.items()},
        "logos": [{"svg": logo_svg(logo.data), "alt": logo.alt} for logo in sheet.logos],
        "signatories": [
            {
                "name": one.name,
                "language": language_of(one.name),
                "title": one.title,
                "svg": strokes_svg(one.image) if one.image else "",
                "alt": main.signature_alt.replace("{name}", one.name),
            }
            for one in sheet.signatories
        ],
    }


def _language(words: Words) -> dict[str, Any]:
    return {**vars(words), **_tag(words.language)}


def _tag(code: str) -> dict[str, str | None]:
    language, _dash, region = code.partition("-")
    return {"language": language, "region": region.upper() or None}


def _facts(words: tuple[Words, ...]) -> list[list[dict[str, Any]]]:
    """Return each fact as it is said in each language; a value that two languages write alike only once."""
    facts: dict[str, list[dict[str, Any]]] = {}
    for one in words:
        for key, label, value in one.facts:
            told = facts.setdefault(key, [])
            is_new = all(_tight(value) != _tight(other["value"]) for other in told)
            told.append({"label": label, "value": value if is_new else "", **_tag(one.language)})
    return list(facts.values())


def _tight(value: str) -> str:
    return "".join(value.split())


def language_of(name: str) -> str:
    """Return the language that a name's letters make likely, else "und": nobody knows which language a name is in."""
    return next((code for code, letters in SCRIPTS.items() if letters.search(name)), "und")


def cloth(key: str) -> dict[str, Any]:
    """Return what a cloth is woven of, as the site weaves it: ground, rows of (figure, top, colour), height in units."""
    return band(key)._asdict()


def code_svg(text: str) -> str:
    """Return a QR code as SVG text, one unit a module, with no margin."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="L")
    modules = bytes(cast("SupportsBytes", code.to_image(scale=1, add_quiet_zones=False)))  # a row after another, 0 is dark
    side = isqrt(len(modules))
    rows = []
    for down in range(side):
        for run in DARK.finditer(modules, down * side, (down + 1) * side):
            length = run.end() - run.start()
            rows.append(f"M{run.start() - down * side} {down}h{length}v1h-{length}z")
    frame = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{side}" height="{side}"'
    return f'<svg {frame}><path d="{"".join(rows)}"/></svg>'


def _plain(data: Any) -> Any:
    """Return the data with every text in it plain."""
    if isinstance(data, str):
        return plain(data)
    if isinstance(data, dict):
        return {key: value if key in {"svg", "path"} else _plain(value) for key, value in data.items()}
    return [_plain(one) for one in data] if isinstance(data, list | tuple) else data
