"""A PDF becomes paragraphs: columns, page ends, hyphens, lists, italics; hostile files are refused."""

from io import BytesIO

import pytest
import typst
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, TextStringObject

from content.sheets.limits import MOST_PAGES, Refused
from content.sheets.portable import read_portable
from content.sheets.setting import Scrap, paragraphs
from tests.factories.filled import as_pdf

HEAD = "#set page(width: 12cm, height: 8cm, margin: 1cm)\n#set text(size: 10pt, hyphenate: false)\n"


def drawn(source: str) -> str:
    return read_portable(typst.compile((HEAD + source).encode(), format="pdf"))


def written(writer: PdfWriter) -> bytes:
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_lines_become_paragraphs_and_blank_lines_part_them():
    html = drawn("The first paragraph goes on for more than one line of this narrow page.\n\nThe second one.")
    assert html == "<p>The first paragraph goes on for more than one line of this narrow page.</p><p>The second one.</p>"


def test_two_columns_are_read_cell_by_cell():
    html = drawn("#table(columns: (30%, 70%), [*A question of two lines*], [An answer that is longer than one line, too.], [*B*], [Short])")
    assert html.replace(" </b>", "</b>").replace("<p> ", "<p>") in (
        "<p><b>A question of two</b><b>lines</b></p><p>An answer that is longer than one line, too.</p><p><b>B</b></p><p>Short</p>",
        "<p><b>A question of</b><b>two lines</b></p><p>An answer that is longer than one line, too.</p><p><b>B</b></p><p>Short</p>",
    )


def test_italics_and_list_items_are_kept():
    html = drawn("Some _slanted_ words.\n\n- one\n- two")
    assert "<i>slanted</i>" in html
    assert html.endswith("<p>• one</p><p>• two</p>")


def test_a_sentence_goes_over_a_page_and_page_numbers_are_left_out():
    html = drawn(f'#set page(numbering: "1")\n{"word " * 170}end')
    assert html.count("<p>") == 1
    assert "1" not in html
    assert html.endswith("word end</p>")


def test_what_was_typed_into_a_form_stands_where_its_field_is():
    writer = PdfWriter(clone_from=PdfReader(BytesIO(typst.compile((HEAD + "Institution\n\n#v(2cm)\nInnovation").encode(), format="pdf"))))
    field = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Widget"),
            NameObject("/FT"): NameObject("/Tx"),
            NameObject("/V"): TextStringObject("Harbour Masters"),
            NameObject("/Rect"): ArrayObject([FloatObject(side) for side in (30, 160, 300, 180)]),
        }
    )
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(field)])
    assert read_portable(written(writer)) == "<p>Institution</p><p>Harbour Masters</p><p>Innovation</p>"


def locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(as_pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    return written(writer)


def empty(pages: int) -> bytes:
    writer = PdfWriter()
    for _number in range(pages):
        writer.add_blank_page(100, 100)
    return written(writer)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: b"%PDF-1.7 nothing", "damaged"),
        (lambda: as_pdf()[:2000], "damaged"),
        (locked, "locked"),
        (lambda: empty(1), "pictures"),
        (lambda: empty(MOST_PAGES + 1), "pages"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(make, reason):
    with pytest.raises(Refused) as refusal:
        read_portable(make())
    assert refusal.value.reason == reason


def line(text: str, y: float, x: float = 50, page: int = 0, **given) -> Scrap:
    return Scrap(text=text, page=page, x=x, y=y, size=10, **given)


def told(*scraps: Scrap) -> list[str]:
    return ["".join(scrap.text for scrap in found) for found in paragraphs(scraps)]


@pytest.mark.parametrize(
    ("scraps", "expected"),
    [
        ([line("Sud–", 700), line("Sud et le reste", 688)], ["Sud–Sud et le reste"]),
        ([line("www.har", 700), line(".example.org", 688)], ["www.har.example.org"]),
        ([line("A sentence.", 700), line("Another", 660)], ["A sentence.", "Another"]),
        ([line("it goes", 20), line("on here", 700, page=1)], ["it goes on here"]),
        ([line("It ended.", 20), line("on here", 700, page=1)], ["It ended.", "on here"]),
        ([line("Head", 700, is_bold=True), line("Body", 688)], ["Head", "Body"]),
        ([line("- one", 700), line("- two", 688), line("goes on", 676, x=56)], ["- one", "- two goes on"]),
        ([line("Left", 700), line("Right", 700, x=200), line("Below", 688, x=200)], ["Left", "Right Below"]),
    ],
)
def test_scraps_are_joined_by_where_they_stand(scraps, expected):
    assert told(*scraps) == expected
