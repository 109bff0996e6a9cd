"""The algebra of sets of numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from content.shelves.sets import at_least, intersection, newest, packed, slice_of, tiers, union, unpacked

numbers = st.sets(st.integers(0, 300_000), max_size=40)
few = st.lists(st.sets(st.integers(0, 30), max_size=20), max_size=4)


@given(numbers)
def test_what_is_packed_is_unpacked(held):
    assert set(unpacked(packed(held))) == held
    assert set(unpacked(memoryview(packed(BitMap(held))))) == held


def test_nothing_is_unpacked_as_nothing():
    assert not unpacked(b"")
    assert not union([])
    with pytest.raises(ValueError, match="everything"):
        intersection([])


@given(st.lists(numbers, min_size=1, max_size=4))
def test_sets_are_laid_over_one_another(held):
    before = [BitMap(one) for one in held]
    assert set(intersection(before)) == set.intersection(*held)
    assert set(union(before)) == set.union(*held)
    assert [set(one) for one in before] == held  # nobody's set was changed


@given(few, st.sets(st.integers(0, 30)))
def test_at_least_counts_in_how_many_sets_a_number_is(held, within):
    found = at_least([BitMap(one) for one in held], BitMap(within))
    expected = [{number for number in within if sum(number in one for one in held) >= least} for least in range(1, len(held) + 1)]
    assert [set(one) for one in found] == expected


@given(few, few, st.sets(st.integers(0, 30)))
def test_tiers_hold_each_number_once_the_best_first(first, second, within):
    parts = list(tiers(BitMap(within), [BitMap(one) for one in first], [BitMap(one) for one in second]))
    listed = [number for part in parts for number in part]
    assert sorted(listed) == sorted(within)
    marks = [{(sum(n in one for one in first), sum(n in one for one in second)) for n in part} for part in parts]
    assert all(len(mark) == 1 for mark in marks)
    ordered = [mark.pop() for mark in marks]
    assert ordered == sorted(ordered, reverse=True)


@given(numbers, st.integers(-2, 50), st.integers(-2, 50))
def test_the_newest_are_a_slice_from_the_end(held, start, stop):
    listed = sorted(held, reverse=True)
    assert newest(BitMap(held), start, stop) == listed[max(start, 0) : max(stop, 0)]


@given(st.lists(numbers, max_size=4), st.integers(0, 60), st.integers(0, 60))
def test_a_slice_goes_on_from_part_to_part(parts, start, length):
    listed = [number for part in parts for number in sorted(part, reverse=True)]
    assert slice_of((BitMap(part) for part in parts), start, start + length) == listed[start : start + length]


def test_parts_behind_a_slice_are_not_asked_for():
    def parts():
        yield BitMap([1, 2, 3])
        raise AssertionError

    assert slice_of(parts(), 0, 2) == [3, 2]
