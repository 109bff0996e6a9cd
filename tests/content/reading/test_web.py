"""A web page becomes the same pieces; scripts and the head are no part of it."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from content.reading.decoding import Unreadable
from content.reading.pieces import to_html
from content.reading.web import looks_like_web, read_web
from content.reading.words import letters
from tests.factories.documents import INITIATIVE_EN, SESSION_WEB


def test_headings_paragraphs_items_cells_and_picture_texts_are_told_apart():
    assert [(piece.kind, piece.text) for piece in read_web(SESSION_WEB)] == [
        ("heading", "How ports share what they know"),
        ("paragraph", "3rd World Forum on Work at Sea"),
        ("paragraph", "Praia, Cabo Verde"),
        ("paragraph", "Tuesday, 9 June 2026, 09:15 – 10:45"),
        ("heading", "Context"),
        ("paragraph", "Ships call at many harbours & leave again, soon."),
        ("item", "First"),
        ("item", "Second one"),
        ("cell", "Port"),
        ("cell", "Praia"),
        ("picture", "A crane at dusk"),
    ]


def test_formatting_and_safe_links_stay():
    piece = read_web(SESSION_WEB)[5]
    assert to_html(piece.runs) == 'Ships call at <b>many</b> harbours &amp; leave <a href="https://example.org/a">again</a>, soon.'


def test_text_between_blocks_and_nested_lists_are_kept_in_order():
    assert [piece.text for piece in read_web("<div>a<p>b</p>c<ul><li>d<ul><li>e</li></ul>f</li></ul></div>g")] == list("abcdefg")


def test_a_page_nested_beyond_sense_is_refused():
    with pytest.raises(Unreadable):
        read_web("<div>" * 10_100 + "x")


def test_paragraphs_that_nobody_closed_are_paragraphs_still():
    assert [piece.text for piece in read_web("<p>" + "<p>".join(["a"] * 500))] == ["a"] * 500


@pytest.mark.parametrize(
    ("text", "is_web"), [(SESSION_WEB, True), ("  <html>", True), (INITIATIVE_EN, False), ("a <b>bold</b> <p> word", False)]
)
def test_plain_text_with_stray_tags_is_no_web_page(text, is_web):
    assert looks_like_web(text) is is_web


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<li>",
        "</ul>",
        "<td>",
        "<br>",
        "<h2>",
        "</h2>",
        "word",
        "a",
        " ",
        "é&amp;",
        "<div>",
        "<!-- x -->",
        "1)",
    ]
)


@given(st.lists(TAGS, max_size=40))
@settings(deadline=None)
def test_every_letter_of_a_page_is_in_a_piece_in_its_order(parts):
    page = "".join(parts)
    read = letters(" ".join(f"{piece.marker} {piece.text}" for piece in read_web(page)))
    assert read == letters(BeautifulSoup(page, "html.parser").get_text())
