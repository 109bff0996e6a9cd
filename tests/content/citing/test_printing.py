"""The paper: what an answer's HTML becomes, and a file that keeps its standards."""

from io import BytesIO

import pypdf
import pytest

from content.citing.printing import pieces, printable, render_pdf, sheet_of
from content.citing.record import Part
from tests.content.citing.conftest import record


def shape(html):
    return [(block["kind"], "".join(run[0] for run in block["runs"]).strip()) for block in pieces(html)]


def text_of(data):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>um</p><p>dois</p>", [("p", "um"), ("p", "dois")]),
        ("<ul><li>um</li><li>dois</li></ul>", [("ul", "um"), ("ul", "dois")]),
        ("<p>a</p><ol><li>b</li></ol><p>c</p>", [("p", "a"), ("ol", "b"), ("p", "c")]),
        ("solto", [("p", "solto")]),
        ("<p>a<br/>b</p>", [("p", "a"), ("p", "b")]),
        ("<p> </p><p></p>", []),
        ("<p>&lt;b&gt; &amp; #set page(width: 0pt)</p>", [("p", "<b> & #set page(width: 0pt)")]),
        ("</ul></b></p>", []),
    ],
)
def test_html_becomes_paragraphs_and_points(html, expected):
    assert shape(html) == expected


def test_emphasis_and_links_are_kept_and_only_safe_links_lead_somewhere():
    [block] = pieces('<p>a <b>b</b> <i>c</i> <a href="https://example.org/">d</a> <a href="javascript:alert(1)">e</a></p>')
    kept = {run[0].strip(): run[1:] for run in block["runs"] if run[0].strip()}
    assert kept["b"] == [True, False, ""]
    assert kept["c"] == [False, True, ""]
    assert kept["d"] == [False, False, "https://example.org/"]
    assert kept["e"] == [False, False, ""]


def test_no_sign_turns_the_direction_of_the_paper():
    assert printable("a\u202eb\x00c\u2028d") == "ab c d"


def test_the_same_record_gives_the_same_bytes(calendar):
    assert render_pdf(calendar) == render_pdf(calendar)


def test_the_paper_keeps_its_standards_and_says_what_the_record_says(calendar):
    data = render_pdf(calendar)
    assert b"pdfuaid:part" in data
    book = pypdf.PdfReader(BytesIO(data))
    assert book.metadata.title == calendar.title
    assert book.trailer["/Root"]["/Lang"] == "pt"
    text = text_of(data)
    for said in ("Angola (oferece)", "USD 150000.00 RBTC", "Versão 3", "office@example.org", "SSTC Academy"):
        assert said in text


def test_words_of_typst_in_a_text_are_words(calendar):
    text = text_of(render_pdf(record(title='#panic("x") $x$ `y` @z <l>', summary="*not bold* _not italic_ \\")))
    assert '#panic("x") $x$ `y` @z <l>' in text
    assert "*not bold* _not italic_" in text


def test_letters_that_our_fonts_do_not_have_still_give_a_paper():
    assert render_pdf(record(title="🎉 ክ")).startswith(b"%PDF")


def test_a_long_practice_runs_over_pages_with_numbers():
    long = Part("results", "Resultados", "<p>" + "muitas palavras de uma prática longa " * 400 + "</p>")
    book = pypdf.PdfReader(BytesIO(render_pdf(record(parts=(long,) * 3))))
    assert len(book.pages) >= 3
    assert f"2 / {len(book.pages)}" in book.pages[1].extract_text()


def test_what_is_withdrawn_says_so_and_what_is_empty_is_left_out():
    held = sheet_of(record(is_withdrawn=True, institution="", amounts=()))
    assert held["withdrawn"]
    labels = [label for label, _value in held["facts"]]
    assert len(labels) == len(set(labels))
    assert "USD" not in str(held["facts"])
