"""Whatever people write into a record, each format carries one reference and the words as words."""

import json
from datetime import UTC, datetime

import bibtexparser
import pytest
import rispy
from bibtexparser import middlewares
from hypothesis import given, settings
from hypothesis import strategies as st

from content.citing.linked import as_json_ld, inside_html
from content.citing.printing import pieces, printable, sheet_of
from content.citing.record import Term
from content.citing.styles import as_apa, as_apa_line, as_bibtex, as_csl, as_ris, csl_item, line, tex
from tests.content.citing.conftest import record

WORDS = st.text(max_size=40)
HARD = st.text(alphabet='{}\\@"=,%#$~^_& \nab-\u2028é', max_size=30)


def entry(text):
    library = bibtexparser.parse_string(text, append_middleware=[middlewares.LatexDecodingMiddleware()])
    assert not library.failed_blocks
    [one] = library.entries
    return {field.key: field.value for field in one.fields}


def deepest(text):
    """Return the depths of a text's braces as BibTeX counts them: a backslash in front changes nothing."""
    depth, found = 0, []
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        found.append(depth)
    return found


@settings(max_examples=30, deadline=None)
@given(WORDS, WORDS, WORDS)
def test_any_words_make_one_reference_in_ris_csl_and_linked_data(title, author, summary):
    said = record(title=title, author=author, summary=summary)
    [held] = rispy.loads(as_ris(said))
    assert held.get("title", "") == line(title)
    [item] = json.loads(as_csl(said))
    assert item.get("title", "") == line(title)
    assert json.loads(inside_html(as_json_ld(said))).get("name", "") == line(title)
    assert "\n" not in as_apa_line(said)


@settings(max_examples=40, deadline=None)
@given(HARD, HARD)
def test_any_words_make_one_entry_of_bibtex_whose_braces_are_paired(title, summary):
    text = as_bibtex(record(title=title, summary=summary, author="A"))
    depths = deepest(text)
    assert depths[-2:] == [0, 0]
    assert min(depths[len("@misc{") : -2]) >= 1
    assert entry(text)["year"] == "2026"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{a} {b{c}}", r"\{a\} \{b\{c\}\}"),
        ("a { b", r"a \textbraceleft{} b"),
        ("} {", r"\textbraceright{} \textbraceleft{}"),
        ("\\{", r"\textbackslash{}\textbraceleft{}"),
        ("100% & 5_6 #1 $x$", r"100\% \& 5\_6 \#1 \$x\$"),
        ("~^\\", r"\textasciitilde{}\textasciicircum{}\textbackslash{}"),
        ("ação\tñandú\r\n日本", "ação ñandú 日本"),
    ],
)
def test_signs_that_tex_obeys_are_written_so_that_it_prints_them(text, said):
    assert tex(text) == said


def test_addresses_keep_no_sign_that_ends_a_field():
    text = as_bibtex(record(permanent="", address="https://academy.test/pt/{x}\\y z\n"))
    assert entry(text)["url"] == "https://academy.test/pt/%7Bx%7D%5Cy%20z"


def test_what_is_not_known_is_left_out_of_every_format():
    bare = record(
        author="", institution="", summary="", themes=(), places=(), licence=Term("", ""), version=0, published_at=None, permanent=""
    )
    assert set(entry(as_bibtex(bare))) == {"title", "publisher", "language", "url"}
    [held] = rispy.loads(as_ris(bare))
    assert {"authors", "year", "abstract", "keywords", "edition"}.isdisjoint(held)
    assert set(csl_item(bare)) == {"id", "type", "title", "container-title", "publisher", "language", "URL"}
    assert as_apa(bare) == ("", "Calendário das colheitas & escola: 100% {juntos}.", f" (s.d.). SSTC Academy. {bare.address}")


@pytest.mark.parametrize(
    ("language", "undated", "version"),
    [("pt", "s.d.", "Versão"), ("en", "n.d.", "Version"), ("es", "s.f.", "Versión"), ("fr", "s.d.", "Version"), ("xx", "n.d.", "Version")],
)
def test_the_line_speaks_the_language_of_the_record(language, undated, version):
    said = as_apa_line(record(language=language, published_at=None))
    assert f"({undated})" in said
    assert f"({version} 3)" in said


@pytest.mark.parametrize(
    ("author", "names"), [("A", "A. ("), ("A.", "A. ("), ("A; B", "A, & B. ("), ("A; B; C", "A, B, & C. ("), ("A\nB", "A B. (")]
)
def test_several_authors_are_joined_as_apa_joins_them(author, names):
    assert as_apa_line(record(author=author)).startswith(names)


def test_the_month_is_a_number_and_the_day_is_kept():
    early = record(published_at=datetime(2026, 1, 5, tzinfo=UTC))
    assert entry(as_bibtex(early))["month"] == "1"
    assert rispy.loads(as_ris(early))[0]["date"] == "2026/01/05/"
    assert csl_item(early)["issued"] == {"date-parts": [[2026, 1, 5]]}


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="<>/puliobrastemng =\"'&;#12x\n é", max_size=60))
def test_any_html_becomes_pieces_and_nothing_breaks(html):
    for block in pieces(html):
        assert block["kind"] in {"p", "ol", "ul"}
        assert any(run[0].strip() for run in block["runs"])
        assert all(run[0] == printable(run[0]) for run in block["runs"])


@pytest.mark.parametrize(
    ("years", "said"), [((2019, 2023), "2019–2023"), ((2019, None), "2019–"), ((None, 2023), "–2023"), ((None, None), None)]
)
def test_the_paper_says_the_period_also_where_one_end_is_open(years, said):
    assert next((value for _label, value in sheet_of(record(years=years))["facts"] if "–" in value and "20" in value), None) == said


@pytest.mark.parametrize("where", ["javascript:alert(1)", "data:text/html,x", "//example.org", "https://a b", "file:///etc/passwd"])
def test_the_paper_links_nowhere_that_is_not_safe(where):
    sheet = sheet_of(record(contacts=(("Escritório", "", where),), materials=(("Guia", where),)))
    assert sheet["contacts"][1] == [["Escritório", "", ""]]
    assert sheet["materials"][1] == [["Guia", ""]]


def test_the_paper_speaks_the_language_of_the_record_whatever_is_active():
    kinds = {language: sheet_of(record(language=language))["kind"] for language in ("pt", "en", "es", "fr")}
    assert kinds["en"] == "Good practice"
    assert len(set(kinds.values())) == 4
