"""What answers are worth: examples of each kind, then what holds for all."""

from decimal import Decimal

import pytest

from courses.questions.grading import explained, grade, verdict

CHOICES = {"options": ["a", "b", "c", "d"]}


def multiple(**weights):
    return {"weights": weights}


@pytest.mark.parametrize(
    ("value", "worth"),
    [("a", 1), ("b", 0), ("c", "0.5"), ("d", 0), ("z", 0), (None, 0), ([], 0), (["a"], 0), ({"a": "a"}, 0), (1, 0), (True, 0)],
)
def test_one_right_answer_gives_its_weight(value, worth):
    assert grade("single", CHOICES, {"weights": {"a": 100, "b": 0, "c": 50, "d": -20}}, value) == Decimal(worth)


@pytest.mark.parametrize(
    ("value", "worth"),
    [
        (["a", "b"], 1),
        (["b", "a", "a"], 1),
        (["a"], "0.5"),
        (["a", "c"], 0),
        (["a", "b", "c"], "0.5"),
        (["c", "d"], 0),
        (["a", "b", "unknown"], 1),
        ("a", 0),
        ([["a"]], 0),
        ([None, 3], 0),
        (None, 0),
    ],
)
def test_several_right_answers_add_up(value, worth):
    assert grade("multiple", CHOICES, multiple(a=50, b=50, c=-50, d=-50), value) == Decimal(worth)


@pytest.mark.parametrize("third", [33, "33.333", "33.33333", 33.3])
def test_three_thirds_are_whole(third):
    assert grade("multiple", CHOICES, multiple(a=third, b=third, c=third, d=-100), ["a", "b", "c"]) == 1


def test_a_third_has_five_places():
    assert grade("multiple", CHOICES, multiple(a="33.33333", b="33.33333", c="33.33333", d=0), ["a"]) == Decimal("0.33333")


MATCHING = {"lefts": ["l1", "l2", "l3"], "rights": ["r1", "r2", "r3", "r4"]}
PAIRS = {"pairs": {"l1": "r1", "l2": "r2", "l3": "r3"}}


@pytest.mark.parametrize(
    ("value", "worth"),
    [
        ({"l1": "r1", "l2": "r2", "l3": "r3"}, 1),
        ({"l1": "r1", "l2": "r4", "l3": "r3"}, "0.66667"),
        ({"l1": "r1"}, "0.33333"),
        ({"l1": "r2", "l9": "r1"}, 0),
        ({"l1": ["r1"]}, 0),
        ({}, 0),
        (None, 0),
        ("l1", 0),
    ],
)
def test_matching_gives_the_share_of_right_pairs(value, worth):
    assert grade("matching", MATCHING, PAIRS, value) == Decimal(worth)


@pytest.mark.parametrize(
    ("value", "worth"),
    [
        (list("abcde"), 1),
        (list("eabcd"), "0.75"),
        (list("bacde"), "0.75"),
        (list("edcba"), 0),
        (list("ab"), "0.25"),
        (list("aabbccddee"), 1),
        (["a", "x", "b", 3, "c", "d", "e"], 1),
        ([], 0),
        (None, 0),
        ("abcde", 0),
    ],
)
def test_ordering_counts_the_longest_run(value, worth):
    assert grade("ordering", {"options": list("abcde")}, {"order": list("abcde")}, value) == Decimal(worth)


def test_ordering_of_one_item_is_right_once_it_is_there():
    assert grade("ordering", {}, {"order": ["a"]}, ["a"]) == 1
    assert grade("ordering", {}, {"order": ["a"]}, []) == 0


ACCEPTED = {"pt": {"k1": "Convenção n.º 138", "k2": "C138"}, "fr": {"k1": "la convention de l’OIT", "k2": "C 138", "k3": "*minimum*"}}
WEIGHTS = {"weights": {"k1": 100, "k2": 50, "k3": 10}}


@pytest.mark.parametrize(
    ("value", "worth"),
    [
        ("convencao n.º 138", 1),
        ("  CONVENÇÃO   n.o 138 ", 1),
        ("la convention de l'oit", 1),
        ("La Convention de l´OIT", 1),
        ("c138", "0.5"),
        ("l'âge MINIMUM requis", "0.1"),
        ("minimum", "0.1"),
        ("138", 0),
        ("", 0),
        ("   ", 0),
        (None, 0),
        (138, 0),
        (["C138"], 0),
        ("minimum" * 1000, 0),
    ],
)
def test_short_text_forgives_accents_case_and_spaces_in_any_language(value, worth):
    assert grade("short", {"is_case_kept": False}, WEIGHTS, value, ACCEPTED) == Decimal(worth)


def test_short_text_can_keep_case_and_accents_but_forgives_spaces_and_apostrophes():
    shape, key, accepted = {"is_case_kept": True}, {"weights": {"k": 100}}, {"fr": {"k": "L’été à Évora"}}
    assert grade("short", shape, key, " L'été  à Évora", accepted) == 1
    assert grade("short", shape, key, "l'été à Évora", accepted) == 0
    assert grade("short", shape, key, "L'ete a Evora", accepted) == 0


def test_the_best_of_the_words_that_fit_counts_and_a_star_can_be_meant():
    key = {"weights": {"k1": 0, "k2": 100, "k3": 100}}
    accepted = {"en": {"k1": "*", "k2": "ILO", "k3": r"5 \* 3"}}
    assert grade("short", {}, key, "ilo", accepted) == 1
    assert grade("short", {}, key, "5 * 3", accepted) == 1
    assert grade("short", {}, key, "5 and 3", accepted) == 0
    assert explained("short", {}, key, "another", accepted)[0].id == "k1"


def test_many_stars_take_no_time():
    assert grade("short", {}, {"weights": {"k": 100}}, "a" * 999, {"en": {"k": "*a" * 400 + "*b"}}) == 0


NUMBERS = {
    "answers": [
        {"id": "n1", "value": "3.5", "tolerance": "0.1", "weight": 100},
        {"id": "n2", "value": "3.5", "tolerance": "1", "weight": 50},
        {"id": "n3", "value": "1000", "tolerance": "0", "weight": 100},
        {"id": "n4", "value": "*", "tolerance": "", "weight": 0},
    ]
}


@pytest.mark.parametrize(
    ("value", "worth"),
    [
        ("3.5", 1),
        ("3,5", 1),
        (" 3,60 ", 1),
        ("3.601", "0.5"),
        ("4,5", "0.5"),
        ("4.51", 0),
        ("1000", 1),
        ("1 000", 1),
        ("1\u202f000", 1),
        ("1.000", 1),
        ("1,000.0", 1),
        ("1.000,0", 1),
        ("1'000", 1),
        ("1e3", 1),
        ("+3.5", 1),
        ("−3.5", 0),
        (3.5, 1),
        (1000, 1),
        ("1 00", 0),
        ("1.000,000.5", 0),
        ("nan", 0),
        ("inf", 0),
        ("-Infinity", 0),
        ("1e999999999", 0),
        ("9" * 5000, 0),
        (float("nan"), 0),
        (10**90, 0),
        (True, 0),
        ("three", 0),
        ("", 0),
        (None, 0),
        ({}, 0),
    ],
)
def test_a_number_counts_within_its_tolerance_however_it_is_written(value, worth):
    assert grade("numeric", {}, NUMBERS, value) == Decimal(worth)


def test_the_answer_that_fitted_is_named_for_its_feedback():
    assert explained("numeric", {}, NUMBERS, "4")[0].id == "n2"
    assert explained("numeric", {}, NUMBERS, "77")[0].id == "n4"
    assert explained("numeric", {}, NUMBERS, "none") == []


def test_the_parts_of_a_choice_say_what_was_chosen_and_what_should_have_been():
    parts = explained("multiple", CHOICES, multiple(a=50, b=50, c=-50, d=0), ["a", "c"])
    assert [(part.id, part.is_chosen, part.is_right) for part in parts] == [
        ("a", True, True),
        ("b", False, True),
        ("c", True, False),
        ("d", False, False),
    ]


def test_only_the_best_option_of_one_right_answer_is_right():
    parts = explained("single", CHOICES, {"weights": {"a": 100, "b": 50}}, None)
    assert [part.id for part in parts if part.is_right] == ["a"]


def test_the_parts_of_a_matching_and_an_ordering_say_given_and_right():
    left = explained("matching", MATCHING, PAIRS, {"l1": "r1", "l2": "r4"})
    assert [(part.given, part.right, part.is_right) for part in left] == [("r1", "r1", True), ("r4", "r2", False), (None, "r3", False)]
    items = explained("ordering", {}, {"order": ["a", "b", "c"]}, ["c", "a", "b"])
    assert [(part.id, part.given, part.right, part.is_right) for part in items] == [
        ("a", 2, 1, True),
        ("b", 3, 2, True),
        ("c", 1, 3, False),
    ]


@pytest.mark.parametrize(
    ("fraction", "word"), [(None, "wrong"), ("0", "wrong"), ("0.00001", "partly"), ("0.99999", "partly"), ("1", "right")]
)
def test_the_verdict_names_the_general_feedback(fraction, word):
    assert verdict(None if fraction is None else Decimal(fraction)) == word


@pytest.mark.parametrize("kind", ["single", "multiple", "true_false", "matching", "ordering", "short", "numeric", "essay", ""])
@pytest.mark.parametrize(
    "junk", [None, [], {}, "", "x", 3, [[]], {"weights": 3}, {"options": 3}, {"answers": 5}, {"order": {}}, {"pairs": []}]
)
def test_a_broken_question_gives_nothing_and_never_raises(kind, junk):
    for value in (None, "x", ["x"], {"x": "y"}, 5):
        assert grade(kind, junk, junk, value, {"pt": {"x": "y"}}) == 0
