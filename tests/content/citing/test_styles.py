"""Citations are read back by the libraries that people's programs use."""

import json

import bibtexparser
import pytest
import rispy
from bibtexparser import middlewares
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from content.citing.styles import as_apa, as_apa_line, as_bibtex, as_csl, as_ris, label
from tests.content.citing.conftest import record

HOSTILE = "}\n@comment{x} ER  - \r\nTY  - BOOK \\input{/etc/passwd} \u2028 $x$ #1 ~ ^ % & _ \x00"


def bib_entry(text: str) -> dict[str, str]:
    library = bibtexparser.parse_string(text, append_middleware=[middlewares.LatexDecodingMiddleware()])
    assert not library.failed_blocks
    assert len(library.entries) == 1
    return {field.key: field.value for field in library.entries[0].fields}


def test_the_line_in_apas_style_has_author_year_title_version_site_and_permanent_address(calendar):
    before, title, after = as_apa(calendar)
    assert before == "Equipa distrital, & Maria_José Ñandú. (2026). "
    assert title == "Calendário das colheitas & escola: 100% {juntos}"
    assert after == f" (Versão 3). SSTC Academy. {calendar.permanent}"


def test_without_author_the_institution_is_cited_and_without_both_the_title_comes_first():
    assert as_apa_line(record(author="", title="T")).startswith("Direção provincial. (2026). T (Versão 3). SSTC")
    assert as_apa_line(record(author=" ; ", institution="", title="T", version=0)).startswith("T. (2026). SSTC Academy. https")
    assert as_apa_line(record(author="", institution="", title="T", published_at=None)).startswith("T (Versão 3). (s.d.). SSTC")


def test_a_title_keeps_its_own_mark_at_the_end():
    assert "(2026). Funciona? SSTC Academy." in as_apa_line(record(author="A.", title="Funciona?", version=0))
    assert as_apa_line(record(author="A.", title="T", version=0)).startswith("A. (2026). T. SSTC")


def test_bibtex_is_read_back_whole(calendar):
    held = bib_entry(as_bibtex(calendar))
    assert held["title"].strip("{}") == calendar.title.replace("{", "").replace("}", "") or "juntos" in held["title"]
    assert "Maria_José Ñandú" in held["author"]
    assert held["year"] == "2026"
    assert held["url"] == calendar.permanent
    assert held["edition"] == "3"
    assert "Agricultura zona rural" in held["keywords"]


def test_ris_is_read_back_whole(calendar):
    [held] = rispy.loads(as_ris(calendar))
    assert held["type_of_reference"] == "ELEC"
    assert held["authors"] == ["Equipa distrital", "Maria_José Ñandú"]
    assert held["title"] == calendar.title
    assert held["year"] == "2026"
    assert held["urls"] == [calendar.permanent]
    assert held["abstract"] == "Menos faltas à escola durante a colheita."
    assert held["keywords"] == ["Agricultura, zona rural", "Educação"]


def test_csl_is_read_and_set_by_a_processor(calendar):
    items = json.loads(as_csl(calendar))
    source = CiteProcJSON(items)
    shelf = CitationStylesBibliography(CitationStylesStyle("harvard-cite-them-right", validate=False), source, formatter.plain)
    shelf.register(Citation([CitationItem(items[0]["id"])]))
    said = "".join(str(one) for one in shelf.bibliography()[0])
    assert "Equipa distrital" in said
    assert "2026" in said
    assert items[0]["issued"] == {"date-parts": [[2026, 10, 14]]}


@pytest.mark.parametrize("field", ["title", "author", "institution", "summary"])
def test_hostile_words_stay_words_in_every_format(field):
    hostile = record(**{field: HOSTILE})
    assert len(rispy.loads(as_ris(hostile))) == 1
    assert "\\input{" not in as_bibtex(hostile)
    bib_entry(as_bibtex(hostile))
    assert len(json.loads(as_csl(hostile))) == 1


def test_the_label_of_a_citation_names_practice_language_and_version(calendar):
    assert label(calendar) == "sstc-0a1b2c3d-pt-v3"
    assert label(record(version=0)) == "sstc-0a1b2c3d-pt"
