"""Plain text becomes pieces; nothing of it is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.reading.decoding import clean
from content.reading.inline import MARK, unescape
from content.reading.plain import read_plain
from content.reading.words import letters

LINES = st.text(st.sampled_from("abcÁÇé 123.:;()-–*<>&\t\n\n#ibpem/\f"), max_size=300)


def test_items_lose_their_marks_and_keep_them_beside():
    pieces = read_plain("- i) first;\n- ii) second.\n• third\n3. fourth\nb) fifth")
    assert [(piece.kind, piece.marker, piece.text) for piece in pieces] == [
        ("item", "- i)", "first;"),
        ("item", "- ii)", "second."),
        ("item", "•", "third"),
        ("item", "3.", "fourth"),
        ("item", "b)", "fifth"),
    ]


def test_roman_and_lettered_headings_are_no_items():
    assert [piece.kind for piece in read_plain("I. Context\n\na. Introductory text")] == ["paragraph", "paragraph"]


def test_tabs_part_a_line_into_cells_of_one_row():
    pieces = read_plain("Innovation\tA tool that all use.\n\n\tloose end")
    assert [(piece.kind, piece.text) for piece in pieces] == [
        ("cell", "Innovation"),
        ("cell", "A tool that all use."),
        ("paragraph", "loose end"),
    ]
    assert pieces[0].row == pieces[1].row


def test_hashes_make_a_heading():
    assert [(piece.kind, piece.text) for piece in read_plain("## Context\n\nText")] == [("heading", "Context"), ("paragraph", "Text")]


def test_pieces_are_counted_from_one_without_gaps():
    assert [piece.number for piece in read_plain("a\n\n\u00a0\n\n**\n\nb\n\n<p>\n\nc")] == [1, 2, 3, 4]


@pytest.mark.parametrize("text", ["", " \n\n\t\n", "\f\f"])
def test_nothing_gives_no_pieces(text):
    assert read_plain(clean(text)) == []


@given(st.one_of(st.text(max_size=400), LINES))
@settings(deadline=None)
def test_every_letter_is_in_a_piece_in_its_order(text):
    text = clean(text)
    read = letters(" ".join(f"{piece.marker} {piece.text}" for piece in read_plain(text)))
    assert read == letters(unescape(MARK.sub(" ", text)))
