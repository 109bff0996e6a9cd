"""The beginning of a text, as it travels in a mail."""

from html import escape

import pytest

from forums.letters.excerpt import BLOCK, LINE, clipped, paragraphs, quoted


@pytest.mark.parametrize("sign", ["a", "é ", "字", "👩‍👩‍👧", "&", "\"'<>", "\n", "\u202e", "\x00"])
@pytest.mark.parametrize("most", [10, 60, 333, 1800])
def test_an_excerpt_has_as_many_bytes_as_it_may_have_at_most(sign, most):
    for length in (0, 1, most // 2, most, 10 * most):
        assert len(escape(clipped(sign * length, most)).encode()) <= most


def test_a_short_text_stays_whole_and_a_cut_one_says_so():
    assert clipped(" Two words. ", 100) == "Two words."
    assert clipped("Two words. " * 100, 100).endswith("…")
    assert len(clipped("Two words. " * 100, 100)) > 80


def test_signs_that_turn_the_line_round_are_left_out():
    assert clipped("abc\u202egpj.exe\u2066", 100) == "abcgpj.exe"


def test_paragraphs_have_lines_that_travel_as_they_are():
    found = paragraphs("One.\n\n\nTwo " + "x" * 1000)
    assert found[0] == ["One."]
    assert all(len(line) <= BLOCK for lines in found for line in lines)
    assert paragraphs("") == []


def test_a_quote_keeps_its_paragraphs_and_is_narrow():
    text = quoted("First line that goes on and on and on, " * 5 + "\n\nSecond.")
    assert all(len(line) <= LINE and line.startswith(">") for line in text.split("\n"))
    assert text.endswith(">\n> Second.")
