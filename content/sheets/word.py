"""A Word document (.docx) as HTML: paragraphs, headings, list items, tables, bold, italic, links. No Django here."""

from collections.abc import Iterable, Iterator
from html import escape
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.oxml import parse_xml
from lxml.etree import LxmlError

from content.sheets.limits import MOST_PARTS, MOST_UNPACKED, MOST_XML, Refused

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
WRAPPERS = {"sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "fldSimple", "dir", "bdo", "AlternateContent", "Choice"}
DRAWN = {"drawing", "pict", "object"}
OFF = {"0", "false", "off", "none"}
SIGNS = {"tab": "\t", "noBreakHyphen": "-", "ptab": "\t"}
HEADING_NAMES = ("heading", "title")


def read_word(data: bytes) -> str:
    """Return the body of the document as HTML, then its footnotes. Raises Refused."""
    _measure(data)
    try:
        document = Document(BytesIO(data))
        return "".join(_Reader(document).read())
    except (BadZipFile, LxmlError, KeyError, ValueError, AttributeError, IndexError) as error:
        raise Refused("damaged") from error


def _measure(data: bytes) -> None:
    """Refuse an archive that would unpack to more than a document needs. Unpacking never gives more than the archive says here."""
    try:
        parts = ZipFile(BytesIO(data)).infolist()
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise Refused("damaged") from error
    if "word/document.xml" not in {part.filename for part in parts}:
        raise Refused("other")
    xml = max(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED or xml > MOST_XML:
        raise Refused("unpacked")


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _is_prompt(element: Any) -> bool:
    """Say whether a field of the form shows only its "click here" words."""
    return element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _opened(elements: Iterable[Any]) -> Iterator[Any]:
    """Return elements with those inside fields, insertions and other wrappers; what was deleted is not among them."""
    for element in elements:
        if _name(element) not in WRAPPERS:
            yield element
        elif not _is_prompt(element):
            yield from _opened(element)


class _Reader:
    """Walks through one document."""

    def __init__(self, document: Any) -> None:
        self.part = document.part
        self.styles = {style.style_id: (style.name or "").casefold() for style in document.styles}
        self.body = document.element.body

    def read(self) -> Iterator[str]:
        yield from self.blocks(self.body)
        for relation in self.part.rels.values():
            if relation.reltype.endswith(("/footnotes", "/endnotes")) and not relation.is_external:
                for note in parse_xml(relation.target_part.blob):
                    yield from self.blocks(note)

    def blocks(self, parent: Any) -> Iterator[str]:
        for element in _opened(parent):
            if _name(element) == "p":
                yield from self.paragraph(element)
            elif _name(element) == "tbl":
                yield self.table(element)

    def table(self, element: Any) -> str:
        rows = (row for row in _opened(element) if _name(row) == "tr")
        return f"<table>{''.join(self.row(row) for row in rows)}</table>"

    def row(self, element: Any) -> str:
        cells = ("".join(self.blocks(cell)) for cell in _opened(element) if _name(cell) == "tc")
        return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"

    def paragraph(self, element: Any) -> Iterator[str]:
        """Give a paragraph, and after it the paragraphs of the text boxes that hang on it."""
        text = "".join(self.inline(element))
        style = self.styles.get(_value(element.find(f"{W}pPr/{W}pStyle")), "")
        is_item = element.find(f"{W}pPr/{W}numPr") is not None or style.startswith("list ")
        tag = "h2" if style.startswith(HEADING_NAMES) else "li" if is_item else "p"
        if text:
            yield f"<{tag}>{text}</{tag}>"
        for box in element.iter(f"{W}txbxContent"):
            if not any(_name(above) == "Fallback" for above in box.iterancestors()):
                yield from self.blocks(box)

    def inline(self, parent: Any) -> Iterator[str]:
        for element in _opened(parent):
            if _name(element) == "r":
                yield self.run(element)
            elif _name(element) == "hyperlink":
                yield self.link(element)

    def link(self, element: Any) -> str:
        text, relation = "".join(self.inline(element)), self.part.rels.get(element.get(LINK))
        href = relation.target_ref if relation is not None and relation.is_external else ""
        return f'<a href="{escape(href)}">{text}</a>' if href else text

    def run(self, element: Any) -> str:
        text = "".join(_signs(element))
        style = self.styles.get(_value(element.find(f"{W}rPr/{W}rStyle")), "")
        if text and (_is_on(element.find(f"{W}rPr/{W}i")) or style == "emphasis"):
            text = f"<i>{text}</i>"
        if text and (_is_on(element.find(f"{W}rPr/{W}b")) or style == "strong"):
            text = f"<b>{text}</b>"
        return text


def _signs(run: Any) -> Iterator[str]:
    for element in run:
        name = _name(element)
        if name == "t":
            yield escape(element.text or "")
        elif name in ("br", "cr"):
            yield "<br>"
        else:
            yield SIGNS.get(name, "")


def _value(element: Any) -> str:
    return (element.get(f"{W}val") or "") if element is not None else ""


def _is_on(element: Any) -> bool:
    return element is not None and _value(element) not in OFF
