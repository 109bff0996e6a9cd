"""What stands between braces: kinds told apart, weights, feedback, numbers."""

from decimal import Decimal

import pytest

from courses.formats.gift_answers import kind_and_pieces, written
from courses.formats.items import LeftOut


def told(text):
    kind, pieces = kind_and_pieces(text)
    return str(kind), [(piece.html.strip(), piece.weight, piece.reply.strip()) for piece in pieces]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("T", "true_false"),
        ("true", "true_false"),
        (" F ", "true_false"),
        ("FALSE#no#yes", "true_false"),
        ("Truth", "short"),
        ("=T", "short"),
        ("=a =b", "short"),
        ("a", "short"),
        ("=a ~b", "single"),
        ("~%50%a ~%50%b", "multiple"),
        ("~a ~b", "multiple"),
        ("=a -> b =c -> d", "matching"),
        ("#3", "numeric"),
        ("#=3 =4", "numeric"),
    ],
)
def test_the_kind_is_told_by_the_signs(text, kind):
    assert told(text)[0] == kind


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("=a#yes ~b#no", [("a", 100, "yes"), ("b", 0, "no")]),
        ("~%33.33333%a ~%33,33333%b ~%-100%c", [("a", "33.33333", ""), ("b", "33.33333", ""), ("c", -100, "")]),
        ("=%50%a ~b", [("a", 50, ""), ("b", 0, "")]),
        ("~ a # # two", [("a", 0, "# two")]),
        ("~", [("", 0, "")]),
    ],
)
def test_choices_have_weights_and_feedback(text, pieces):
    assert told(text)[1] == pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("=a =%80%b#almost =%0%*#no", [("a", 100, ""), ("b", 80, "almost"), ("*", 0, "no")]),
        ("only", [("only", 100, "")]),
        ("only#yes", [("only", 100, "yes")]),
    ],
)
def test_short_answers_are_worth_all_unless_they_say_less(text, pieces):
    assert told(text)[1] == pieces


@pytest.mark.parametrize(
    ("text", "right", "replies"),
    [
        ("T", "true", ("", "")),
        ("TRUE#no", "true", ("", "no")),
        ("TRUE#no#yes", "true", ("yes", "no")),
        ("F#no#yes", "false", ("no", "yes")),
        ("FALSE##yes", "false", ("", "yes")),
    ],
)
def test_true_and_false_take_the_feedback_for_the_wrong_answer_first(text, right, replies):
    _kind, pieces = kind_and_pieces(text)
    assert [piece.html for piece in pieces if piece.weight == 100] == [right]
    assert tuple(piece.reply for piece in pieces) == replies


@pytest.mark.parametrize(
    ("text", "value", "tolerance"),
    [
        ("#3", "3", "0"),
        ("#3:0.5", "3", "0.5"),
        ("#3,5:0,1", "3.5", "0.1"),
        ("#1..5", "3", "2"),
        ("#5..1", "3", "2"),
        ("#-5..-1", "-3", "2"),
        ("#0.1..0.2", "0.15", "0.05"),
        ("#1e3", "1000", "0"),
        ("#3:", "3", "0"),
        ("#*", "*", "0"),
    ],
)
def test_numbers_have_a_value_and_a_tolerance(text, value, tolerance):
    _kind, [piece] = kind_and_pieces(text)
    assert (piece.html, piece.tolerance, piece.weight) == (value, tolerance, 100)


def test_several_numbers_have_each_their_weight_and_the_rest_its_feedback():
    _kind, pieces = kind_and_pieces("# =3:0#exact =%50%3:1#near ~#far")
    assert [(piece.html, piece.tolerance, piece.weight, piece.reply.strip()) for piece in pieces] == [
        ("3", "0", 100, "exact"),
        ("3", "1", 50, "near"),
        ("*", "0", 0, "far"),
    ]


@pytest.mark.parametrize("text", ["", "x =a ~b", "=a -> b =c", "= -> =a -> b", "=a ->", "#three", "#1:x", "#x..2"])
def test_what_makes_no_sense_is_left_out_with_a_reason(text):
    with pytest.raises(LeftOut) as reason:
        kind_and_pieces(text)
    assert str(reason.value).endswith(".")


@pytest.mark.parametrize(("number", "text"), [("3.50", "3.5"), ("100", "100"), ("1E+3", "1000"), ("0.000", "0"), ("-0.10", "-0.1")])
def test_a_number_is_kept_without_needless_noughts(number, text):
    assert written(Decimal(number)) == text
