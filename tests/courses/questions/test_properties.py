"""What holds for every answer to every question."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from courses.questions.grading import explained, grade
from courses.questions.numbers import readings
from courses.questions.wording import fits

IDS = list("abcdefgh")
weights = st.dictionaries(st.sampled_from(IDS), st.integers(-100, 100) | st.sampled_from(["33.33333", "-16.66667", "nan", "x"]), min_size=2)
junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(IDS),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from(IDS) | st.text(max_size=5), inner, max_size=5),
    max_leaves=12,
)
kinds = st.sampled_from(["single", "multiple", "true_false", "matching", "ordering", "short", "numeric"])
permuted = st.permutations(IDS)


def shape_of(ids):
    return {"options": ids, "lefts": ids[:4], "rights": ids[4:]}


@settings(max_examples=300, deadline=None)
@given(kinds, junk, weights, junk)
def test_a_mark_is_always_between_nothing_and_whole(kind, value, some, more):
    key = {"weights": some, "pairs": more, "order": IDS, "answers": more}
    mark = grade(kind, shape_of(IDS), key, value, {"pt": {"a": "*", "b": "x"}})
    assert 0 <= mark <= 1
    assert mark == mark.quantize(Decimal("0.00001"))


@given(kinds, weights)
def test_no_answer_gives_nothing(kind, some):
    key = {
        "weights": some,
        "pairs": dict(zip(IDS[:4], IDS[4:], strict=True)),
        "order": IDS,
        "answers": [{"id": "a", "value": "1", "weight": 100}],
    }
    assert grade(kind, shape_of(IDS), key, None, {"pt": {"a": "*"}}) == 0


@given(st.lists(st.sampled_from(IDS), min_size=1, unique=True))
def test_all_that_is_right_is_whole(rights):
    share = str(round(Decimal(100) / len(rights), 5))
    key = {"weights": {one: share if one in rights else -100 for one in IDS}}
    assert grade("multiple", shape_of(IDS), key, rights) == 1


@given(weights, st.sets(st.sampled_from(IDS)))
def test_one_more_wrong_choice_never_raises_the_mark(some, chosen):
    key = {"weights": some}
    before = grade("multiple", shape_of(IDS), key, sorted(chosen))
    for part in explained("multiple", shape_of(IDS), key, []):
        if not part.is_right and part.id not in chosen:
            assert grade("multiple", shape_of(IDS), key, [*sorted(chosen), part.id]) <= before


@given(permuted, permuted, st.sets(st.sampled_from(IDS)), weights)
def test_the_order_in_which_options_are_stored_does_not_matter(one, other, chosen, some):
    for kind, value in (("multiple", sorted(chosen)), ("single", min(chosen, default=None))):
        marks = {grade(kind, {"options": list(ids)}, {"weights": some}, value) for ids in (one, other)}
        assert len(marks) == 1


@given(permuted)
def test_an_order_counts_by_how_much_of_it_stands(order):
    key = {"order": IDS}
    mark = grade("ordering", {}, key, list(order))
    assert (mark == 1) == (list(order) == IDS)
    assert mark >= grade("ordering", {}, key, list(reversed(IDS)))
    run = sum(part.is_right for part in explained("ordering", {}, key, list(order)))
    assert mark == (Decimal(run - 1) / 7).quantize(Decimal("0.00001"))


@given(st.permutations(IDS[4:]))
def test_each_right_pair_adds_its_share(rights):
    key = {"pairs": dict(zip(IDS[:4], IDS[4:], strict=True))}
    value = dict(zip(IDS[:4], rights, strict=True))
    same = sum(value[left] == right for left, right in key["pairs"].items())
    assert grade("matching", shape_of(IDS), key, value) == Decimal(same) / 4


@given(st.text(max_size=60))
def test_typed_words_fit_themselves_and_a_lone_star(text):
    pattern = text.replace("\\", "").replace("*", "\\*")
    if fits("*", text):
        assert fits(pattern, text.replace("\\", "")) or not text.replace("\\", "").strip()


@given(st.decimals(-(10**12), 10**12, allow_nan=False, places=3), st.decimals(0, 1000, places=2))
def test_a_number_within_the_tolerance_counts_with_point_or_comma(number, tolerance):
    key = {"answers": [{"id": "a", "value": str(number), "tolerance": str(tolerance), "weight": 100}]}
    for typed in (number, number + tolerance, number - tolerance):
        assert grade("numeric", {}, key, str(typed)) == 1
        assert grade("numeric", {}, key, str(typed).replace(".", ",")) == 1


@given(junk)
def test_whatever_is_typed_is_a_finite_number_or_none(typed):
    assert all(number.is_finite() for number in readings(typed))
