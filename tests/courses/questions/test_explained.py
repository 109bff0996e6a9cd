"""What a review is told of an answer: which parts were chosen, which should have been, whose feedback is shown."""

from decimal import Decimal

import pytest

from courses.questions.grading import Part, explained, grade, weight_of

OPTIONS = {"options": ["a", "b", "c"], "is_shuffled": True}


@pytest.mark.parametrize("kind", ["single", "true_false", "multiple"])
@pytest.mark.parametrize("value", [None, "a", ["a"], [], {}, 7, "unknown", ["unknown"], [["a"]]])
def test_every_option_is_told_whatever_was_answered(kind, value):
    parts = explained(kind, OPTIONS, {"weights": {"a": 100, "b": 0, "c": -50}}, value)
    assert [part.id for part in parts] == ["a", "b", "c"]
    assert [part.id for part in parts if part.is_right] == ["a"]
    chosen = [part.id for part in parts if part.is_chosen]
    assert chosen == (["a"] if value == (["a"] if kind == "multiple" else "a") else [])


def test_an_option_without_weight_counts_for_nothing():
    parts = explained("multiple", OPTIONS, {"weights": {"a": 100}}, ["b"])
    assert [(part.is_chosen, part.weight) for part in parts] == [(False, 100), (True, 0), (False, 0)]


def test_a_left_that_has_no_pair_in_the_key_is_not_told():
    shape = {"lefts": ["l1", "l2"], "rights": ["r1"]}
    assert explained("matching", shape, {"pairs": {"l1": "r1"}}, {"l2": "r1"}) == [Part("l1", False, False, None, "r1")]


def test_an_item_that_was_left_out_has_no_place():
    parts = explained("ordering", {}, {"order": ["a", "b", "c"]}, ["c", "a"])
    assert [(part.id, part.given, part.right) for part in parts] == [("a", 2, 1), ("b", None, 2), ("c", 1, 3)]


def test_the_run_of_an_order_is_one_of_the_longest():
    order = list("abcdef")
    parts = explained("ordering", {}, {"order": order}, list("bcaefd"))
    assert "".join(part.id for part in parts if part.is_right) in ("bcef", "bcd")
    assert grade("ordering", {}, {"order": order}, list("bcaefd")) == Decimal("0.60000")


@pytest.mark.parametrize(
    ("typed", "found", "is_right"),
    [("OIT", "right", True), ("oit ", "right", True), ("ILO", "right", True), ("ONU", "half", False), ("UNESCO", "none", False)],
)
def test_typed_words_name_the_answer_that_fitted(typed, found, is_right):
    key = {"weights": {"right": 100, "half": 50, "none": 0}}
    accepted = {"pt": {"right": "OIT", "half": "ONU", "none": "*"}, "en": {"right": "ILO", "half": "UN"}}
    [part] = explained("short", {}, key, typed, accepted)
    assert (part.id, part.is_right, part.is_chosen, part.given) == (found, is_right, True, typed)


def test_exact_words_go_before_a_star_of_the_same_weight():
    key, accepted = {"weights": {"x": 0, "z": 0}}, {"pt": {"z": "*", "x": "ONU"}}
    assert explained("short", {}, key, "onu", accepted)[0].id == "x"


def test_words_of_answers_that_the_key_does_not_know_count_for_nothing():
    assert explained("short", {}, {"weights": {}}, "a", {"pt": {"old": "a"}}) == []
    assert explained("short", {}, {"weights": {"a": 100}}, "a", {"pt": {"a": None}}) == []
    assert explained("short", {}, {"weights": {"a": 100}}, "a", {"pt": None}) == []


def test_a_number_of_two_readings_takes_the_first_that_fits():
    thousand = {"answers": [{"id": "t", "value": "1000", "tolerance": "0", "weight": 100}]}
    one = {"answers": [{"id": "o", "value": "1", "tolerance": "0", "weight": 100}]}
    assert grade("numeric", {}, thousand, "1.000") == grade("numeric", {}, one, "1.000") == 1
    both = {"answers": [*thousand["answers"], *one["answers"]]}
    assert explained("numeric", {}, both, "1.000")[0].id == "o"


def test_answers_that_are_broken_are_passed_over():
    key = {
        "answers": [
            None,
            {"value": "x"},
            {"id": "b", "value": "3", "tolerance": "y", "weight": 100},
            {"id": "c", "value": "3", "weight": "50"},
        ]
    }
    assert explained("numeric", {}, key, "3")[0].id == "c"


@pytest.mark.parametrize(
    ("given", "weight"),
    [(100, 100), ("33.33333", "33.33333"), (-250, -100), (1e9, 100), ("nan", 0), ("inf", 0), (None, 0), ([], 0), (True, 0), ("", 0)],
)
def test_a_weight_is_a_share_of_a_hundred(given, weight):
    assert weight_of(given) == Decimal(weight)


def test_a_number_too_long_to_be_written_is_no_weight():
    assert weight_of(10**5000) == 0
