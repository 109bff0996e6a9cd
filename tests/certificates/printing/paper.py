"""Papers to print in tests, and a reader of PDF files that knows what is written on them."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pikepdf
from PIL import Image, ImageDraw

from certificates.printing.sheets import Picture, Sheet
from certificates.printing.wording import sheet_of

AT = datetime(2026, 12, 13, 12, tzinfo=UTC)
NUMBER = "7K3M9-Q2RTX-WV5B8-N1D4F-6G0HJC"
QR = (
    f"https://academy.example/verify/{NUMBER.replace('-', '')}/#1.k2026a."
    + "WyJTw6NvIFRvbcOpIGUgUHLDrW5jaXBlIl0" * 6
    + "."
    + "dGhpcyBpcyBubyBzaWduYXR1cmU" * 3
)
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect width="120" height="40" fill="#0a5c8a"/></svg>'
NAMES = {
    "diacritics": "São Tomé e Príncipe Conceição d'Ávila",
    "Vietnamese": "Nguyễn Thị Ánh",
    "Arabic": "محمد بن عبد الله",
    "Chinese": "李小龙",
    "Cyrillic": "Иван Петрович",
    "Devanagari": "अनीता शर्मा",
    "one name only": "Sukarno",
    "120 letters": (
        "Maria da Conceição Evangelista dos Santos Pereira de Vasconcelos Albuquerque Mascarenhas Figueiredo Castelo-Branco Lucas"
    ),
    "120 letters without a space": "W" * 120,
}
PEOPLE = ["Maria do Carmo Tavares", "João Baptista Quaresma", "Amina Cassamá", "Kofi Mensah-Owusu"]


def said(**changes: Any) -> dict[str, Any]:
    """Return what a certificate says, as its snapshot does."""
    return {
        "name": NAMES["diacritics"],
        "kind": "completion",
        "course": {"pt": "Inspeção do trabalho contra o trabalho infantil", "en": "Labour inspection against child labour"},
        "course_key": "6f1a6b4e-1b5f-4a57-9a41-0d0a6d3a8c11",
        "edition": "2.ª edição",
        "hours": "27.5",
        "starts_on": "2026-11-02",
        "ends_on": "2026-12-13",
        "awarded_on": "2026-12-13",
        "percent": 86,
        "languages": ["pt", "en"],
        "issuer": {"name": "SSTC Academy", "url": "https://academy.example", "did": "did:web:academy.example"},
        "valid_until": "",
        "signatories": [],
    } | changes


def sheet(*, layout: str = "woven", orientation: str = "landscape", signers: int = 0, logos: int = 0, **changes: Any) -> Sheet:
    """Return a sheet with so many signatures and logos; `changes` of what it says."""
    rows = [{"name": name, "title": "Direção-Geral do Trabalho", "image": name} for name in PEOPLE[:signers]]
    return sheet_of(
        said(**{"signatories": rows} | changes),
        layout=layout,
        orientation=orientation,
        texts={},
        number=NUMBER,
        qr=QR,
        address=f"academy.example/verify/{NUMBER.replace('-', '')}",
        logos=(Picture(DRAWING, "Ministry of Labour"), Picture(strokes(), "SSTC Academy"))[:logos],
        images={name: strokes() for name in PEOPLE},
    )


def strokes(size: tuple[int, int] = (600, 220), ground: str = "white", form: str = "PNG") -> bytes:
    """Return a signature as a scanner gives it."""
    picture = Image.new("RGB", size, ground)
    wide, high = size
    across = [(wide * step / 40, high * (0.5 + 0.4 * (-1) ** step * step / 40)) for step in range(41)]
    ImageDraw.Draw(picture).line(across, fill=(24, 32, 96), width=max(2, wide // 120))
    out = BytesIO()
    picture.save(out, form)
    return out.getvalue()


def opened(data: bytes) -> pikepdf.Pdf:
    """Open a PDF."""
    return pikepdf.open(BytesIO(data))


def fonts_of(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Give the descriptors of all fonts of the pages."""
    for page in pdf.pages:
        for font in page.Resources.get("/Font", {}).values():
            yield font.DescendantFonts[0].FontDescriptor


def written(pdf: pikepdf.Pdf) -> str:
    """Return what is written on the page, in the order of drawing, each run of letters on a line of its own."""
    page = pdf.pages[0]
    codes = {str(name): _codes(font) for name, font in page.Resources.Font.items()}
    font, spoken, lines = "", 0, []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                replaced = operands[1].get("/ActualText") if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else None
                spoken += 1 if spoken or replaced is not None else 0
                lines += [str(replaced)] if replaced is not None else []
            case "EMC":
                spoken = max(0, spoken - 1)
            case "Tf":
                font = str(operands[0])
            case "Tj" | "TJ" if not spoken:
                runs = operands[0] if str(operator) == "TJ" else [operands[0]]
                lines.append("".join(_letters(bytes(run), codes[font]) for run in runs if isinstance(run, pikepdf.String)))
    return "\n".join(lines)


def _letters(run: bytes, codes: dict[int, str]) -> str:
    return "".join(codes.get(int.from_bytes(run[place : place + 2]), "") for place in range(0, len(run), 2))


def _codes(font: Any) -> dict[int, str]:
    """Return the letters of a font's codes."""
    table = bytes(font.ToUnicode.read_bytes()).decode("latin-1")
    codes = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, letters in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            codes[int(code, 16)] = bytes.fromhex(letters).decode("utf-16-be")
    return codes
