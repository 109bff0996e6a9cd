"""Fields of texts."""

import pytest

from certificates.printing.fields import FIELDS, around, filled, pieces, unknown_fields

VALUES = {name: name.upper() for name in FIELDS} | {"hours": ""}


def test_fields_are_filled():
    assert filled("The course {course}, {edition}", VALUES) == "The course COURSE, EDITION"


def test_a_piece_in_brackets_goes_when_a_field_in_it_is_empty():
    assert filled("{course}[ of {hours}][ in {edition}]", VALUES) == "COURSE in EDITION"


def test_brackets_around_plain_words_leave_the_words():
    assert filled("{course} [for all]", VALUES) == "COURSE for all"


def test_a_value_is_never_read_for_fields_or_brackets():
    assert filled("{name}, {course}", {"name": "[{course}] {number}", "course": "{name}"}) == "[{course}] {number}, {name}"


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("", set()),
        ("{name} {course}", set()),
        ("{nome}", {"nome"}),
        ("{}", {""}),
        ("[{hour}] {name.__class__}", {"hour"}),
        ("{ name }", set()),
    ],
)
def test_unknown_fields_are_named(text, unknown):
    assert unknown_fields(text) == unknown


def test_unknown_fields_stay_as_they_were_typed():
    assert filled("{nome} {name}", VALUES) == "{nome} NAME"


def test_a_sentence_is_parted_at_the_name_and_at_the_course():
    assert around("We say that {name} has done {course}, in time.", VALUES) == ("We say that", "has done", "in time.", True)


def test_a_sentence_without_a_name_comes_after_it():
    assert around("has done {course}", VALUES) == ("", "has done", "", True)


def test_a_sentence_without_a_course_still_stands_whole():
    assert around("We thank {name} for the help", VALUES) == ("We thank", "for the help", "", True)


def test_a_course_that_is_named_before_the_name_stays_in_the_sentence():
    assert around("{course} was done by {name}", VALUES) == ("COURSE was done by", "", "", False)


def test_the_name_stands_once_in_large_letters_and_again_in_the_sentence_where_the_text_says_it_twice():
    assert around("{name} is {name}", VALUES) == ("", "is NAME", "", True)


def test_pieces_keep_their_order():
    assert pieces("a{name}b", VALUES) == [("", "a"), ("name", "NAME"), ("", "b")]
