"""An answer as a form brings it."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from courses.assessment.typed import LONGEST, Unfit, value_of

OPTIONS = ["a", "b", "c"]
PAIRS = {"lefts": ["l1", "l2"], "rights": ["r1", "r2", "r3"]}


def form(text="", **fields):
    data = QueryDict(text, mutable=True)
    for name, value in fields.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


@pytest.mark.parametrize("kind", ["single", "true_false"])
def test_one_option_is_its_id(kind):
    assert value_of(kind, OPTIONS, form(answer="b")) == "b"
    assert value_of(kind, OPTIONS, form()) is None


def test_several_options_stand_in_the_order_that_was_shown():
    assert value_of("multiple", OPTIONS, form(answer=["c", "a"])) == ["a", "c"]
    assert value_of("multiple", OPTIONS, form()) is None


@pytest.mark.parametrize("kind", ["single", "multiple"])
@pytest.mark.parametrize("given", ["d", "a ", "", "<b>", "\x00"])
def test_an_option_of_no_such_question_is_refused(kind, given):
    with pytest.raises(Unfit, match="Choose one of the answers below"):
        value_of(kind, OPTIONS, form(answer=given))


def test_pairs_may_be_given_in_part():
    assert value_of("matching", PAIRS, form("pair-l1=r2&pair-l2=")) == {"l1": "r2"}
    assert value_of("matching", PAIRS, form("pair-l1=&pair-l2=")) is None
    assert value_of("matching", PAIRS, form("pair-l9=r1")) is None
    with pytest.raises(Unfit):
        value_of("matching", PAIRS, form("pair-l1=l2"))


def test_an_order_is_the_list_that_the_numbers_say():
    assert value_of("ordering", OPTIONS, form("place-a=3&place-b=1&place-c=2")) == ["b", "c", "a"]
    assert value_of("ordering", OPTIONS, form("place-a=&place-b=&place-c=")) is None


@pytest.mark.parametrize("numbers", ["place-a=1&place-b=1&place-c=2", "place-a=1&place-b=2"])
def test_an_order_with_gaps_or_ties_is_refused_and_what_was_typed_is_kept(numbers):
    with pytest.raises(Unfit, match="a number of its own") as caught:
        value_of("ordering", OPTIONS, form(numbers))
    assert caught.value.value["a"] == 1


@pytest.mark.parametrize("number", ["0", "4", "99999999999999999999", "0001" + "9" * 5000, "-1", "x", "1.5"])
def test_a_number_outside_the_order_is_refused(number):
    with pytest.raises(Unfit):
        value_of("ordering", OPTIONS, form(f"place-a={number}&place-b=1&place-c=2"))


def test_words_are_kept_as_typed_but_for_spaces_around_and_between():
    assert value_of("short", [], form(answer="  o   Inspetor\x00 ")) == "o Inspetor"
    assert value_of("short", [], form(answer="   ")) is None
    with pytest.raises(Unfit, match="too long") as caught:
        value_of("short", [], form(answer="x" * (LONGEST + 1)))
    assert caught.value.value.startswith("xxx")


@pytest.mark.parametrize("number", ["3.5", "3,5", "-2", "1 000"])
def test_numbers_are_taken_as_people_write_them(number):
    assert value_of("numeric", [], form(answer=number)) == number


def test_words_where_a_number_is_asked_for_are_refused_and_kept():
    with pytest.raises(Unfit, match="Write a number") as caught:
        value_of("numeric", [], form(answer="many"))
    assert caught.value.value == "many"


@given(
    st.sampled_from(["single", "multiple", "true_false", "matching", "ordering", "short", "numeric"]),
    st.dictionaries(st.sampled_from(["answer", "pair-l1", "pair-l2", "place-a", "place-b"]), st.lists(st.text(max_size=20), max_size=3)),
)
def test_whatever_is_posted_is_an_answer_or_is_refused_with_a_sentence(kind, fields):
    order = PAIRS if kind == "matching" else [] if kind in ("short", "numeric") else OPTIONS
    data = QueryDict(mutable=True)
    for name, values in fields.items():
        data.setlist(name, values)
    said = ""
    try:
        value_of(kind, order, data)
    except Unfit as unfit:
        said = unfit.said
    assert said == "" or said.endswith((".", "3.5"))
