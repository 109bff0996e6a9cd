"""Runs are tidied, cut and shown."""

import pytest

from content.reading.pieces import PARAGRAPH, Piece, Run, cut, is_safe, numbered, tidy, to_html


def test_spaces_are_single_across_runs_and_gone_at_the_ends():
    runs = tidy([Run("  a "), Run(" b", is_bold=True), Run("\n\t"), Run(" c  ")])
    assert "".join(run.text for run in runs) == "a b c"


def test_equal_neighbours_are_joined_and_empty_ones_dropped():
    assert tidy([Run("a"), Run(""), Run("b"), Run("c", is_bold=True), Run("d", is_bold=True)]) == (Run("ab"), Run("cd", is_bold=True))


def test_nothing_is_no_run():
    assert tidy([Run(" "), Run("\n", is_bold=True)]) == ()


def test_pieces_without_words_or_mark_are_not_counted():
    pieces = numbered([Piece(PARAGRAPH, (Run(" "),)), Piece(PARAGRAPH, (Run("a"),)), Piece(PARAGRAPH, (), marker="-")])
    assert [(piece.number, piece.text, piece.marker) for piece in pieces] == [(1, "a", ""), (2, "", "-")]


def test_a_piece_is_bold_when_all_its_words_are():
    assert Piece(PARAGRAPH, (Run("a", is_bold=True), Run(" "), Run("b", is_bold=True))).is_bold
    assert not Piece(PARAGRAPH, (Run("a", is_bold=True), Run("b"))).is_bold


@pytest.mark.parametrize(("start", "end", "text"), [(0, None, "one two"), (4, None, "two"), (0, 3, "one"), (2, 5, "e t"), (7, 9, "")])
def test_runs_are_cut_across_their_borders(start, end, text):
    runs = (Run("one "), Run("two", is_italic=True))
    assert "".join(run.text for run in cut(runs, start, end)) == text


@pytest.mark.parametrize(
    ("address", "safe"),
    [("https://example.org", True), ("HTTP://example.org", True), ("mailto:a@example.org", True)]
    + [(bad, False) for bad in ("javascript:x", " javascript:x", "data:text/html,x", "//example.org", "/page", "", "\thttps://x")],
)
def test_only_web_and_mail_addresses_are_links(address, safe):
    assert is_safe(address) is safe
    assert ("<a " in to_html((Run("x", href=address),))) is safe
