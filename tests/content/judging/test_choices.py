"""The rule by which a practice is accepted."""

import pytest

from content.judging.choices import LEAST_TOTAL, MOST_TOTAL, QUESTIONS, Criterion, shortfalls

GOOD = dict.fromkeys(Criterion.values, 2)


def test_two_for_each_criterion_is_enough():
    assert shortfalls(GOOD) == []
    assert MOST_TOTAL == 24
    assert set(QUESTIONS) == set(Criterion)


def test_the_least_that_is_accepted_has_fourteen_points():
    least = dict.fromkeys(Criterion.values, 1) | {"south_south": 3, "effectiveness": 3}
    assert sum(least.values()) == 12
    assert len(shortfalls(least)) == 1
    assert shortfalls(least | {"innovation": 3}) == []
    assert sum((least | {"innovation": 3}).values()) == LEAST_TOTAL


@pytest.mark.parametrize("criterion", Criterion.values)
def test_no_criterion_may_be_not_shown_at_all(criterion):
    assert any(str(Criterion(criterion).label) in sentence for sentence in shortfalls(dict.fromkeys(Criterion.values, 3) | {criterion: 0}))


@pytest.mark.parametrize("criterion", ["south_south", "effectiveness"])
def test_two_criteria_need_more_than_a_claim(criterion):
    assert shortfalls(dict.fromkeys(Criterion.values, 3) | {criterion: 1})


@pytest.mark.parametrize("scores", [{}, {"relevance": 3}, GOOD | {"funding": None}])
def test_what_is_not_scored_is_named(scores):
    assert "Funding potential" in shortfalls(scores)[0]
