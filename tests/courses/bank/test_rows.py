"""The lines of a form, and the question that they make."""

import pytest

from courses.bank.rows import FIELDS, empty_rows, question_of, rows_of, translated
from courses.questions.choices import Kind
from courses.questions.shapes import problems

CHOICE = [{"id": "a", "words": "18", "weight": 100, "reply": "Yes"}, {"id": "b", "words": "15", "weight": 0}, {"words": " "}]


@pytest.mark.parametrize("kind", Kind.values)
def test_a_new_question_begins_with_empty_lines_that_make_none(kind):
    rows = empty_rows(kind, "fr")
    assert 2 <= len(rows) <= 4
    shape, key, words = question_of(kind, rows, {})
    found = problems(kind, shape, key, {"fr": words | {"stem": "Q"}})
    assert bool(found) is (kind != Kind.TRUE_FALSE)
    assert set(rows[0]) <= {"place", *FIELDS[kind]}


def test_true_and_false_stand_in_the_language_of_the_question():
    assert [row["words"] for row in empty_rows("true_false", "es")] == ["Verdadero", "Falso"]


@pytest.mark.parametrize(
    ("kind", "shape", "key", "words"),
    [
        (
            "single",
            {"options": ["a", "b"]},
            {"weights": {"a": 100, "b": 0}},
            {"options": {"a": "1", "b": "<b>2</b>"}, "replies": {"a": "yes"}},
        ),
        ("multiple", {"options": ["b", "a"]}, {"weights": {"a": 50, "b": 50}}, {"options": {"a": "1", "b": "2"}, "replies": {}}),
        (
            "matching",
            {"lefts": ["a", "b"], "rights": ["c", "d", "e"]},
            {"pairs": {"a": "d", "b": "c"}},
            {"options": {"a": "1", "b": "2", "c": "3", "d": "4", "e": "5"}, "replies": {"b": "no"}},
        ),
        (
            "matching",
            {"lefts": ["a", "b"], "rights": ["c", "d"]},
            {"pairs": {"a": "c", "b": "c"}},
            {"options": dict(zip("abcd", "1234", strict=True)), "replies": {}},
        ),
        ("ordering", {"options": ["a", "b", "c"]}, {"order": ["b", "c", "a"]}, {"options": {"a": "1", "b": "2", "c": "3"}, "replies": {}}),
        ("short", {}, {"weights": {"a": 100, "b": "33.33333"}}, {"accepted": {"a": "x", "b": "*y*"}, "replies": {"b": "no"}}),
        (
            "numeric",
            {},
            {
                "answers": [
                    {"id": "a", "value": "3,5", "tolerance": "0.1", "weight": 100},
                    {"id": "b", "value": "*", "tolerance": "0", "weight": 0},
                ]
            },
            {"replies": {"b": "far"}},
        ),
    ],
)
def test_lines_of_a_question_make_the_same_question(kind, shape, key, words):
    made_shape, made_key, made_words = question_of(kind, rows_of(kind, shape, key, words), words)
    assert made_key == key
    assert made_words == words
    if kind == Kind.MATCHING:
        assert made_shape["lefts"] == shape["lefts"]
        assert sorted(made_shape["rights"]) == shape["rights"]
    else:
        assert made_shape == shape


def test_empty_lines_count_for_nothing_and_new_ones_get_an_id():
    shape, key, words = question_of("single", [*CHOICE, {"words": "13", "weight": None}], {})
    assert shape["options"][:2] == ["a", "b"]
    assert len(shape["options"]) == len(key["weights"]) == len(words["options"]) == 3
    assert words["replies"] == {"a": "Yes"}


def test_an_order_follows_the_places_and_lines_without_one_come_last():
    rows = [{"id": "a", "words": "1", "place": 2}, {"id": "b", "words": "2", "place": None}, {"id": "c", "words": "3", "place": 1}]
    assert question_of("ordering", rows, {})[1] == {"order": ["c", "a", "b"]}


def test_equal_words_on_the_right_are_one_answer_and_a_lone_right_is_a_wrong_one():
    rows = [
        {"words": "C182", "match": "worst"},
        {"words": "R190", "match": " worst "},
        {"words": "C138", "match": "age"},
        {"match": "holidays"},
    ]
    shape, key, words = question_of("matching", rows, {})
    assert (len(shape["lefts"]), len(shape["rights"])) == (3, 3)
    assert len(set(key["pairs"].values())) == 2
    assert sorted(words["options"][one] for one in shape["rights"]) == ["age", "holidays", "worst"]


def test_an_edited_right_keeps_its_id_unless_another_line_still_has_it():
    held = {"options": {"a": "1", "b": "2", "c": "both"}}
    rows = [{"id": "a", "words": "1", "match": "both", "match_id": "c"}, {"id": "b", "words": "2", "match": "changed", "match_id": "c"}]
    shape, key, _words = question_of("matching", rows, held)
    assert key["pairs"]["a"] == "c"
    assert key["pairs"]["b"] != "c"
    assert len(shape["rights"]) == 2
    alone = question_of("matching", [rows[1], {"id": "a", "words": "1", "match": "x"}], held)
    assert alone[1]["pairs"]["b"] == "c"
    assert alone[2]["options"]["c"] == "changed"


def test_a_translation_changes_words_alone():
    rows = [{"id": "a", "words": "dix-huit", "reply": "oui"}, {"id": "b", "words": ""}, {"id": "", "words": "stray"}]
    words = translated("single", rows, {"options": {"b": "<b>quinze</b>"}})
    assert words == {"options": {"a": "dix-huit", "b": ""}, "replies": {"a": "oui", "b": ""}}
    pairs = [{"id": "a", "words": "un", "match": "x", "match_id": "c"}, {"id": "b", "words": "deux", "match": "y", "match_id": "c"}]
    assert translated("matching", pairs, {})["options"] == {"a": "un", "b": "deux", "c": "x"}
    assert translated("numeric", [{"id": "a", "reply": "loin"}], {}) == {"options": {}, "replies": {"a": "loin"}}
