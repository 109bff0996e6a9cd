"""A document is known by its words, not by its line breaks."""

import pytest

from content.reading.decoding import Unreadable
from content.reading.document import read_document, read_text
from tests.factories.documents import SESSION_EN, SESSION_FR


def test_other_line_breaks_encoding_and_name_are_the_same_document():
    document = read_document(SESSION_FR.encode(), name="a.txt")
    again = read_document(SESSION_FR.replace("\n", "\r\n").replace("\u00a0", " ").encode("utf-16"), name="b.txt")
    assert again.sha256 == document.sha256


def test_one_other_word_is_another_document():
    assert read_text(SESSION_EN, name="").sha256 != read_text(SESSION_EN.replace("gate", "door"), name="").sha256


def test_the_text_holds_list_marks_too():
    assert read_text("- i) first", name="").text == "- i) first"


def test_an_unreadable_file_says_so():
    with pytest.raises(Unreadable):
        read_document(b"\x00", name="x")


def test_a_document_of_more_paragraphs_than_a_page_holds_is_refused_at_once():
    assert len(read_text("word\n\n" * 3000, name="").pieces) == 3000
    with pytest.raises(Unreadable):
        read_text("cell\t" * 300_000, name="")
