"""A filled form of our own writing, as text, Word document and PDF, with the traps that real ones have."""
# ruff: noqa: E501 - the text has the long lines of a file that is not wrapped

from io import BytesIO

import typst
from docx import Document
from docx.shared import Pt

TITLE = "A Register of Dock Boys that Travels with the Boats"
COUNTRIES = "Angola, Antigua and Barbuda, Brazil, Dominican Republic, Guinea-Bissau, Saint Kitts and Nevis, São Tomé and Príncipe, Trinidad and Tobago, and Venezuela"
CODES = ["AG", "AO", "BR", "DO", "GW", "KN", "ST", "TT", "VE"]
INNOVATION_HEAD = "The registers of nine harbours are kept as one, in a <i>Common Book of the Quay</i> and a <i>Night Ledger</i>. Inspectors read on Thursday what was written on Monday, saving visits, improving"
INNOVATION_TAIL = "the trust between crews, and showing which boats come back."
RESULTS = ["Nine harbours signed the agreement on the common book.", "Boys taken out of loading went back to evening school."]
ANSWERS = {
    "South-South Objective (s)": "The harbours wanted to know which boys load ships in more than one port, and to bring them back to school together, as target 8.7 asks.",
    "South-South Cooperation between institutions and countries to achieve the objectives": "Harbour masters of nine countries met twice in Praia, led by the National Committee of Ports (NCP). Brazil and Angola lent their own inspectors.",
    "Effectiveness of the South-South / peer learning methodological approach": "Crews learnt from crews: each visit ended with a page that the hosts wrote and the guests corrected.",
    "South-South Adaptability": "Any row of ports with the same boats can take the book over. Two lake ports have asked for it.",
    "South-South Sustainability": "The book is paid from mooring fees since 2021 and belongs to the harbours.",
    "Funding Sources": "Harbour fund of Praia (USD 42,500) with mooring fees and R$ 1,5 million from the port of Santos.",
}
CONTACT = "Office of the Harbour Masters of the Warm Coast book@harbours.example.org night@harbours.example.org www.harbours.example.org www.quaybook2030.example.org"
LINKS = "www.harbours.example.org | www.quaybook2030.example.org"


def as_text(*, is_torn: bool = True) -> str:
    """Return the form as a text file: cells parted by tabs, questions said twice, the end of Innovation torn off and put below."""
    rows = [f"{label}\t{answer}" for label, answer in ANSWERS.items()]
    innovation = f"Innovation\t{INNOVATION_HEAD}" if is_torn else f"Innovation\t{INNOVATION_HEAD} {INNOVATION_TAIL}"
    first, second, third, adaptability, sustainability, funding = rows
    results = f"South-South Results\t South-South Results {' '.join(RESULTS)}"
    lines = [
        *(f"Good Practice: {TITLE}", "", "Author's name: Committee of the Night Ledger (secretary: Praia)", ""),
        *("Institution: Harbour Masters of the Warm Coast", "", f"Countries involved: {COUNTRIES}", ""),
        *(first, second, third, innovation, "", funding, f"Contact details\tContact Details {CONTACT}"),
        *(results, adaptability, sustainability, *([f"\t{INNOVATION_TAIL}"] if is_torn else [])),
        *("", "Materials and Web-links", "", "", "", LINKS),
    ]
    return "\n".join(lines) + "\n"


def _rows() -> list[tuple[str, str]]:
    """Return question and answer in the form's own order."""
    found = {"Good Practice": TITLE, "Author’s name": "Committee of the Night Ledger (secretary: Praia)"}
    found |= {"Institution": "Harbour Masters of the Warm Coast", "Countries involved": COUNTRIES}
    labels = list(ANSWERS)
    found |= {label: ANSWERS[label] for label in labels[:3]}
    found |= {"Innovation": f"{INNOVATION_HEAD} {INNOVATION_TAIL}", "South-South Results": " ".join(RESULTS)}
    found |= {label: ANSWERS[label] for label in labels[3:]}
    return [*found.items(), ("Contact details", CONTACT), ("Materials and Web-links", LINKS)]


def _parts(text: str) -> list[tuple[str, bool]]:
    """Return the text's runs, each with whether it is italic."""
    return [(part, index % 2 == 1) for index, part in enumerate(text.replace("</i>", "<i>").split("<i>"))]


def as_word() -> bytes:
    """Return the form as a Word document: a table of questions and answers."""
    document, stream = Document(), BytesIO()
    table = document.add_table(rows=0, cols=2)
    for label, answer in _rows():
        question, cell = table.add_row().cells
        question.paragraphs[0].add_run(label).bold = True
        for text, is_italic in _parts(answer):
            cell.paragraphs[0].add_run(text).italic = is_italic
    document.save(stream)
    return stream.getvalue()


def as_pdf() -> bytes:
    """Return the form as a PDF of two columns that goes over a page's end."""
    cells = []
    for label, answer in _rows():
        runs = [f"#emph({_quoted(text)})" if is_italic else f"#text({_quoted(text)})" for text, is_italic in _parts(answer)]
        cells.append(f"[*#text({_quoted(label)})*], [{''.join(runs)}]")
    head = '#set page(paper: "a5", margin: 1.5cm, numbering: "1")\n#set text(size: 10pt, hyphenate: false)\n'
    return typst.compile(f"{head}#table(columns: (32%, 68%), {', '.join(cells)})".encode(), format="pdf")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def word_of(*paragraphs: str, style: str = "") -> Document:
    """Return a small Word document to be changed by a test."""
    document = Document()
    document.styles["Normal"].font.size = Pt(11)
    for text in paragraphs:
        document.add_paragraph(text, style=style or None)
    return document


def saved(document: Document) -> bytes:
    """Return the bytes of a Word document."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()
