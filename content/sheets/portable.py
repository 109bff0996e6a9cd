"""A PDF as HTML: lines gathered into paragraphs by where they stand on the page, bold and italic by their fonts. No Django here."""

from collections.abc import Iterator
from html import escape
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

from content.sheets.limits import MOST_CHARACTERS, MOST_PAGES, Refused
from content.sheets.setting import Scrap, paragraphs


def read_portable(data: bytes) -> str:
    """Return the pages' text as HTML. Raises Refused."""
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("locked")
        if len(reader.pages) > MOST_PAGES:
            raise Refused("pages")
        html = "".join(_pages(reader))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, AssertionError, ArithmeticError, OSError) as error:
        raise Refused("damaged") from error
    if not html:
        raise Refused("pictures")
    return html


def _pages(reader: PdfReader) -> Iterator[str]:
    """Give the pages one by one, a sentence that goes over a page's end as one paragraph."""
    scraps: list[Scrap] = []
    size = 0
    for number, page in enumerate(reader.pages):
        found = [*_printed(page, number), *_filled_in(page, number)]
        size += sum(len(scrap.text) for scrap in found)
        if size > MOST_CHARACTERS:
            raise Refused("unpacked")
        scraps += found
    for runs in paragraphs(scraps):
        yield f"<p>{''.join(_html(scrap) for scrap in runs)}</p>"


def _printed(page: Any, number: int) -> list[Scrap]:
    """Return the page's printed text in the order in which it was written, each scrap with its place."""
    found: list[Scrap] = []

    def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if not text.strip():
            return
        name = str(font.get("/BaseFont", "") if isinstance(font, DictionaryObject | dict) else "").casefold()
        x, y, scale = _place(tm, cm)
        found.append(
            Scrap(
                text=text,
                page=number,
                x=x,
                y=y,
                size=abs(scale * size) or 10,
                is_bold="bold" in name or "black" in name,
                is_italic="italic" in name or "oblique" in name,
            )
        )

    page.extract_text(visitor_text=visit)
    return found


def _place(tm: list[float], cm: list[float]) -> tuple[float, float, float]:
    """Return where a text matrix puts its text on the page, and how much it enlarges it."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    return x, y, tm[3] * cm[3] + tm[2] * cm[1]


def _filled_in(page: Any, number: int) -> list[Scrap]:
    """Return what was typed into the fields of a form, each where its field stands."""
    found = []
    for reference in page.get("/Annots") or []:
        field = reference.get_object()
        typed = field.get("/V") or (field["/Parent"].get_object().get("/V") if "/Parent" in field else None)
        if field.get("/Subtype") == "/Widget" and isinstance(typed, str) and not typed.startswith("/") and typed.strip():
            x, _bottom, _right, top = (float(side) for side in field["/Rect"])
            found.append(Scrap(text=typed, page=number, x=x, y=top - 8, size=10, is_field=True))
    return found


def _html(scrap: Scrap) -> str:
    text = escape(scrap.text).replace("\n", "<br>")
    if scrap.is_italic:
        text = f"<i>{text}</i>"
    return f"<b>{text}</b>" if scrap.is_bold else text
