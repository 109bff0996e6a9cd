"""What keeps a question from being asked, as sentences beside their field."""

import pytest

from courses.questions.shapes import is_whole, problems

WORDS = {"en": {"stem": "Q", "options": {"a": "1", "b": "2", "c": "3", "d": "4"}, "accepted": {"a": "x"}}}
TWO = {"options": ["a", "b"]}
PAIRS = {"lefts": ["a", "b"], "rights": ["c", "d"]}


@pytest.mark.parametrize(
    ("kind", "shape", "key"),
    [
        ("single", TWO, {"weights": {"a": 100, "b": -5}}),
        ("multiple", {"options": ["a", "b", "c"]}, {"weights": {"a": "33.33333", "b": "33.33333", "c": "33.33333"}}),
        ("true_false", TWO, {"weights": {"a": 0, "b": 100}}),
        ("matching", PAIRS, {"pairs": {"a": "c", "b": "c"}}),
        ("ordering", TWO, {"order": ["b", "a"]}),
        ("short", {}, {"weights": {"a": 100}}),
        ("numeric", {}, {"answers": [{"id": "a", "value": "3,5", "tolerance": "", "weight": 100}, {"id": "b", "value": "*", "weight": 0}]}),
    ],
)
def test_a_good_question_has_no_problem(kind, shape, key):
    assert problems(kind, shape, key, WORDS) == []


@pytest.mark.parametrize(
    ("kind", "shape", "key", "field"),
    [
        ("essay", {}, {}, "kind"),
        ("single", {}, {}, "options"),
        ("single", [], None, "options"),
        ("single", {"options": ["a"]}, {"weights": {"a": 100}}, "options"),
        ("single", {"options": [str(n) for n in range(41)]}, {"weights": {}}, "options"),
        ("single", TWO, {"weights": {"a": 100}}, "weights"),
        ("single", TWO, {"weights": {"a": 90, "b": 0}}, "weights"),
        ("multiple", TWO, {"weights": {"a": 50, "b": 0}}, "weights"),
        ("multiple", TWO, {"weights": {"a": 100, "b": 100}}, "weights"),
        ("true_false", TWO, {"weights": {"a": 100, "b": 100}}, "weights"),
        ("matching", {"lefts": ["a"], "rights": ["c", "d"]}, {"pairs": {"a": "c"}}, "options"),
        ("matching", PAIRS, {"pairs": {"a": "c"}}, "pairs"),
        ("matching", PAIRS, {"pairs": {"a": "c", "b": "z"}}, "pairs"),
        ("ordering", TWO, {"order": ["a"]}, "options"),
        ("short", {}, {"weights": {"a": 50}}, "accepted"),
        ("short", {}, {"weights": {"a": 100, "b": 0}}, "accepted"),
        ("numeric", {}, {"answers": []}, "answers"),
        ("numeric", {}, {"answers": [{"value": "three", "weight": 100}]}, "answers"),
        ("numeric", {}, {"answers": [{"value": "3", "tolerance": "-1", "weight": 100}]}, "answers"),
        ("numeric", {}, {"answers": [5]}, "options"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(kind, shape, key, field):
    found = problems(kind, shape, key, WORDS)
    assert found
    assert found[0].field == field
    assert all(problem.sentence.endswith(".") for problem in found)


def test_each_language_needs_its_words():
    key = {"weights": {"a": 100, "b": 0}}
    assert problems("single", TWO, key, {})[0].field == "stem"
    assert problems("single", TWO, key, {"en": {"stem": " ", "options": {"a": "1", "b": "2"}}})[0].field == "stem"
    assert problems("single", TWO, key, {**WORDS, "fr": {"stem": "Q", "options": {"a": "1"}}})[0].field == "options"
    assert not is_whole("single", TWO, {"stem": "Q", "options": {"a": "1"}})


def test_two_answers_on_the_right_must_differ():
    words = {"en": {"stem": "Q", "options": {"a": "1", "b": "2", "c": "<p>Same</p>", "d": "same"}}}
    assert problems("matching", PAIRS, {"pairs": {"a": "c", "b": "d"}}, words)[0].field == "options"
