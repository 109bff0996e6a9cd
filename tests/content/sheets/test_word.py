"""A Word document becomes pieces with nothing lost: tables, lists, fields, tracked changes, footnotes; hostile files are refused."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx.oxml import parse_xml

from content.sheets.limits import MOST_XML, Refused
from content.sheets.word import read_word
from tests.factories.filled import saved, word_of

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def body(xml: str) -> bytes:
    """Return a document whose body has this XML besides a first paragraph."""
    document = word_of("First")
    document.element.body.insert(1, parse_xml(xml.replace("<w:p>", f"<w:p {W}>", 1) if xml.startswith("<w:p>") else xml))
    return saved(document)


def test_headings_lists_and_paragraphs_keep_their_kind():
    document = word_of("A paragraph")
    document.add_heading("The head", level=2)
    document.add_paragraph("An item", style="List Bullet")
    assert read_word(saved(document)) == "<p>A paragraph</p><h2>The head</h2><li>An item</li>"


def test_bold_italic_and_signs_are_kept_and_nothing_is_markup():
    document = word_of()
    paragraph = document.add_paragraph()
    paragraph.add_run("Bold ").bold = True
    paragraph.add_run("<i>not</i>").italic = True
    paragraph.add_run(" & plain\nnew line")
    assert read_word(saved(document)) == "<p><b>Bold </b><i>&lt;i&gt;not&lt;/i&gt;</i> &amp; plain<br>new line</p>"


def test_a_table_keeps_rows_and_cells_one_within_another():
    document = word_of()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Question"
    table.cell(0, 1).add_table(1, 1).cell(0, 0).text = "Within"
    assert (
        read_word(saved(document))
        == "<table><tr><td><p>Question</p></td><td><table><tr><td><p>Within</p></td></tr></table></td></tr></table>"
    )


PROMPT = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"


def field(text: str, properties: str = "") -> str:
    return f"<w:sdt {W}>{properties}<w:sdtContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("<w:p><w:ins><w:r><w:t>in</w:t></w:r></w:ins><w:del><w:r><w:delText>out</w:delText></w:r></w:del></w:p>", "<p>in</p>"),
        (field("typed into a field"), "<p>typed into a field</p>"),
        (field("Click here", PROMPT), ""),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>a</w:t><w:tab/><w:noBreakHyphen/></w:r></w:p>", "<p>a\t-</p>"),
        ('<w:p><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>not bold</w:t></w:r></w:p>', "<p>not bold</p>"),
    ],
)
def test_fields_and_tracked_changes_are_read_as_they_look(xml, expected):
    assert read_word(body(xml)) == f"<p>First</p>{expected}"


def test_a_link_keeps_its_address():
    document = word_of("See ")
    part = document.part
    target = part.relate_to(
        "https://example.org/a?b=1&c", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", True
    )
    space = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    document.paragraphs[0]._p.append(parse_xml(f'<w:hyperlink {W} {space} r:id="{target}"><w:r><w:t>it</w:t></w:r></w:hyperlink>'))
    assert read_word(saved(document)) == '<p>See <a href="https://example.org/a?b=1&amp;c">it</a></p>'


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 nothing", "damaged"),
        (zipped({"a.txt": b"x"}), "other"),
        (zipped({"word/document.xml": b"<x/>"}), "damaged"),
        (zipped({"word/document.xml": b" " * (MOST_XML + 1)}), "unpacked"),
        (zipped({"word/document.xml": b"x", "word/media/a.bin": b"\0" * (60 * 1024 * 1024)}), "unpacked"),
        (zipped({"word/document.xml": b"x"} | {f"{number}.xml": b"" for number in range(2001)}), "unpacked"),
    ],
)
def test_what_is_no_document_or_unpacks_to_too_much_is_refused(data, reason):
    with pytest.raises(Refused) as refusal:
        read_word(data)
    assert refusal.value.reason == reason


def changed(data: bytes, name: str, content: bytes) -> bytes:
    with ZipFile(BytesIO(data)) as archive:
        return zipped({part: content if part == name else archive.read(part) for part in archive.namelist()})


def test_entities_are_never_expanded():
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">'.encode() for n in range(8)
    )
    bomb += f"]><w:document {W}><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>".encode()
    try:
        html = read_word(changed(saved(word_of("x")), "word/document.xml", bomb))
    except Refused as refusal:
        html = refusal.reason
    assert len(html) < 100


def test_a_file_of_the_machine_is_never_read():
    outside = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    outside += f"<w:document {W}><w:body><w:p><w:r><w:t>&a;|</w:t></w:r></w:p></w:body></w:document>".encode()
    try:
        html = read_word(changed(saved(word_of("x")), "word/document.xml", outside))
    except Refused:
        html = "<p>|</p>"
    assert html in ("<p>|</p>", "")


def test_a_document_nested_beyond_sense_is_refused():
    deep = f"<w:document {W}><w:body>".encode() + b"<w:ins>" * 3000 + b"</w:ins>" * 3000 + b"</w:body></w:document>"
    with pytest.raises(Refused):
        read_word(changed(saved(word_of("x")), "word/document.xml", deep))
