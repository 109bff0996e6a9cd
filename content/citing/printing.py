"""A practice on paper: typst draws it in the form of the house, with letters of our own."""

import json
import re
from datetime import UTC, datetime
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from threading import Lock
from typing import Any, cast
from unicodedata import category

import typst
from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from content.citing.record import Record, Term
from content.citing.styles import SITE, as_apa
from content.covers.weaving import FIGURES, band

LAYOUT = Path(__file__).parent / "layouts" / "practice.typ"
STANDARDS: Any = ["ua-1", "a-2a"]
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")  # signs that turn the direction of writing
SAFE = re.compile(r"^(?:https?://|mailto:)[^\s]+$")
Run = list[Any]  # text, is bold, is italic, address


class Pieces(HTMLParser):
    """Reads the HTML of an answer into paragraphs and points of runs: the only shapes that a practice's text has."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[dict[str, Any]] = []
        self._lists: list[str] = []
        self._bold = self._italic = 0
        self._address = ""
        self._is_open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a paragraph, a point, a list, or an emphasis."""
        if tag in {"ol", "ul"}:
            self._lists.append(tag)
        elif tag in {"p", "li", "br"}:
            self._begin("p" if tag == "br" and not self._lists else self._lists[-1] if self._lists and tag != "p" else "p")
        self._bold += tag in {"b", "strong"}
        self._italic += tag in {"i", "em"}
        if tag == "a":
            address = dict(attrs).get("href") or ""
            self._address = address if SAFE.match(address) else ""

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened."""
        if tag in {"ol", "ul"} and self._lists:
            self._lists.pop()
        if tag in {"p", "li", "ol", "ul"}:
            self._is_open = False
        self._bold -= tag in {"b", "strong"} and self._bold > 0
        self._italic -= tag in {"i", "em"} and self._italic > 0
        if tag == "a":
            self._address = ""

    def handle_data(self, data: str) -> None:
        """Add words to what is open."""
        text = re.sub(r"\s+", " ", printable(data))
        if not text.strip() and not self._is_open:
            return
        if not self._is_open:
            self._begin("p")
        self.blocks[-1]["runs"].append([text, self._bold > 0, self._italic > 0, self._address])

    def _begin(self, kind: str) -> None:
        self._is_open = True
        self.blocks.append({"kind": kind, "runs": []})


def printable(text: str) -> str:
    """Return a text without signs that no paper shows."""
    return "".join(" " if category(sign) in {"Cc", "Zl", "Zp", "Cs"} else sign for sign in TURNING.sub("", text))


def pieces(html: str) -> list[dict[str, Any]]:
    """Return the paragraphs and points of an answer, those that are empty left out."""
    reader = Pieces()
    reader.feed(html)
    reader.close()
    return [block for block in reader.blocks if any(run[0].strip() for run in block["runs"])]


@cache
def _press() -> tuple[typst.Compiler, Lock]:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(settings.FONTS_DIR)])
    return typst.Compiler(LAYOUT, root=LAYOUT.parent, font_paths=fonts), Lock()


def render_pdf(record: Record) -> bytes:
    """Return the PDF; it keeps PDF/UA-1 and PDF/A-2a unless a letter is in none of our fonts. The same record gives the same bytes."""
    data = json.dumps(sheet_of(record), ensure_ascii=False)
    compiler, lock = _press()
    at = (record.changed_at or record.published_at or BEGINNING).astimezone(UTC).replace(microsecond=0)
    with lock:
        try:
            return cast("bytes", compiler.compile(sys_inputs={"data": data}, format="pdf", pdf_standards=STANDARDS, timestamp=at))
        except typst.TypstError:
            return cast("bytes", compiler.compile(sys_inputs={"data": data}, format="pdf", timestamp=at))


def sheet_of(record: Record) -> dict[str, Any]:
    """Return everything that the layout needs, in the record's language."""
    with override(record.language):
        woven = band(str(record.key))
        said = {
            "site": SITE,
            "language": record.language,
            "title": record.title,
            "kind": _("Good practice"),
            "summary": record.summary,
            "version": _version(record),
            "withdrawn": _("This practice has been withdrawn from the library.") if record.is_withdrawn else "",
            "facts": [[str(label), value] for label, value in _facts(record) if value],
            "cite": [_("Cite"), *as_apa(record)],
            "address": record.permanent or record.address,
            "contacts": [_("Contact details"), [_contact(row) for row in record.contacts]],
            "materials": [_("Materials and web links"), [[title, where if SAFE.match(where) else ""] for title, where in record.materials]],
        }
    return {
        **cast("dict[str, Any]", _clean(said)),
        "parts": [{"label": printable(part.label), "blocks": pieces(part.html)} for part in record.parts],
        "cloth": woven._asdict(),
        "figures": {name: {"height": height, "path": path} for name, (height, path) in FIGURES.items()},
    }


def _facts(record: Record) -> list[tuple[str, str]]:
    start, end = record.years
    return [
        (_("Author’s name"), "; ".join(record.creators)),
        (_("Institution"), record.institution),
        (_("Countries involved"), ", ".join(f"{place.name} ({place.role_name})" for place in record.places)),
        (_("Themes"), _names(record.themes)),
        (_("Modality"), record.modality.name),
        (_("Sector or supply chain"), record.sector.name),
        (_("Period"), "–".join(str(year) if year else "" for year in (start, end)) if start or end else ""),
        (_("SDG targets"), ", ".join(term.code for term in record.targets)),
        (_("Instruments"), ", ".join(term.code for term in record.instruments)),
        (
            _("Amounts"),
            "; ".join(" ".join(part for part in (currency, amount, source) if part) for amount, currency, source in record.amounts),
        ),
        (_("Licence"), record.licence.name),
    ]


def _version(record: Record) -> str:
    at = record.changed_at or record.published_at
    day = date_format(at, "DATE_FORMAT") if at else ""
    number = _("Version %(number)s") % {"number": record.version} if record.version else ""
    return " · ".join(part for part in (number, day) if part)


def _names(terms: tuple[Term, ...]) -> str:
    return ", ".join(term.name for term in terms)


def _contact(row: tuple[str, str, str]) -> list[str]:
    name, email, address = row
    return [name, email, address if SAFE.match(address) else ""]


def _clean(data: Any) -> Any:
    """Return the data with every text in it printable."""
    if isinstance(data, str):
        return printable(data)
    if isinstance(data, dict):
        return {key: _clean(value) for key, value in data.items()}
    return [_clean(one) for one in data]
