"""What differs between two versions, field by field and word by word."""

import pytest

from content.versions.comparing import LONGEST, differences, label_of, marked, said


def test_only_what_differs_is_told_in_the_order_of_the_later():
    found = differences({"title": "A", "summary": "s", "gone": "x"}, {"summary": "t", "title": "A", "new": "y"})
    assert [str(one.label) for one in found] == [str(label_of("summary")), "new", "gone"]


def test_words_are_struck_through_and_underlined():
    assert marked("a b c", "a d c") == "a <del>b</del><ins>d</ins> c"
    assert marked("", "a") == "<ins>a</ins>"
    assert marked("a", "") == "<del>a</del>"


def test_signs_of_markup_are_shown_not_run():
    assert "<script>" not in marked("<script>", "<b>x</b>")


def test_a_very_long_text_is_shown_before_and_after():
    long = "word " * (LONGEST + 1)
    assert marked(long, "short").endswith("<ins>short</ins>")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("<p>a</p><p>b &amp; c</p>", "a\nb & c"),
        (["BR", "MZ"], "BR\nMZ"),
        ([{"country": "BR", "role": "offering"}], "BR · offering"),
        ({"id": "x", "title": "t"}, "t"),
        (None, ""),
        (False, ""),
        (2019, "2019"),
    ],
)
def test_every_value_has_words(value, text):
    assert said(value) == text


def test_contacts_are_said_to_have_changed_and_no_more():
    [found] = differences({"contacts": [{"email": "a@example.org"}]}, {"contacts": []})
    assert found.html is None
