"""What an attempt asks, and in which order."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.assessment.drawing import drawn, order_of


def test_questions_asked_by_name_keep_their_order():
    assert drawn([(3, [], 1), (1, [], 1), (2, [], 1)], is_shuffled=False, chance=Random(1)) == [3, 1, 2]


def test_a_shuffled_quiz_asks_the_same_in_another_order():
    slots = [(number, [], 1) for number in range(20)]
    orders = [drawn(slots, is_shuffled=True, chance=Random(seed)) for seed in range(3)]
    assert all(sorted(order) == list(range(20)) for order in orders)
    assert orders[0] != orders[1]


def test_a_folder_with_too_few_gives_what_it_has():
    assert sorted(drawn([(None, [1, 2], 5)], is_shuffled=False, chance=Random(1))) == [1, 2]


def test_a_question_asked_by_name_is_never_drawn_as_well():
    for seed in range(20):
        assert drawn([(None, [1, 2], 1), (1, [], 1)], is_shuffled=False, chance=Random(seed)) == [2, 1]


def test_two_folders_that_overlap_give_no_question_twice():
    for seed in range(20):
        asked = drawn([(None, [1, 2, 3], 2), (None, [1, 2, 3], 2)], is_shuffled=False, chance=Random(seed))
        assert sorted(asked) == [1, 2, 3]


slot = st.one_of(
    st.tuples(st.integers(0, 30), st.just([]), st.just(1)),
    st.tuples(st.none(), st.lists(st.integers(0, 30), unique=True), st.integers(1, 9)),
)


@given(st.lists(slot, max_size=8, unique_by=lambda one: one[0] if one[0] is not None else object()), st.booleans(), st.integers())
def test_nothing_is_asked_twice_and_never_more_than_was_said(slots, is_shuffled, seed):
    asked = drawn(slots, is_shuffled=is_shuffled, chance=Random(seed))
    assert len(asked) == len(set(asked))
    assert len(asked) <= sum(count for _one, _pool, count in slots)
    assert {one for one, _pool, _count in slots if one is not None} <= set(asked)


@pytest.mark.parametrize("is_shuffled", [True, False])
def test_options_keep_their_order_unless_they_are_shuffled(is_shuffled):
    ids = [str(number) for number in range(30)]
    order = order_of("single", {"options": ids, "is_shuffled": is_shuffled}, Random(1))
    assert sorted(order) == sorted(ids)
    assert (order != ids) is is_shuffled


def test_what_is_to_be_put_in_order_is_always_shuffled():
    ids = [str(number) for number in range(30)]
    assert order_of("ordering", {"options": ids}, Random(1)) != ids


def test_of_pairs_only_the_right_side_moves():
    lefts, rights = ["a", "b"], [str(number) for number in range(30)]
    order = order_of("matching", {"lefts": lefts, "rights": rights, "is_shuffled": True}, Random(1))
    assert order["lefts"] == lefts
    assert order["rights"] != rights
    assert sorted(order["rights"]) == sorted(rights)


@pytest.mark.parametrize("kind", ["short", "numeric"])
def test_what_is_written_has_no_order(kind):
    assert order_of(kind, {}, Random(1)) == []


@pytest.mark.parametrize("is_shuffled", [True, False])
def test_what_is_matched_never_stands_beside_its_answer_by_rule(is_shuffled):
    lefts, rights = [f"l{n}" for n in range(9)], [f"r{n}" for n in range(9)]
    shape = {"lefts": lefts, "rights": rights, "is_shuffled": is_shuffled}
    orders = [order_of("matching", shape, Random(seed)) for seed in range(5)]
    assert all(sorted(order["rights"]) == rights != order["rights"] for order in orders)
    assert all((order["lefts"] != lefts) is is_shuffled for order in orders)
