"""Questions and what answers add up to."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.evaluation.asking import LANGUAGES, LONGEST, added_up, cleaned, default_questions, sorted_box, worded
from courses.evaluation.hiding import LEAST, grouped, is_shown
from courses.evaluation.svg import LABEL, Bar, bars

USUAL = default_questions()
SOME = {"useful": 5, "clear": 1, "device": "phone", "best": "All of it"}
answers = st.fixed_dictionaries(
    {}, optional={"useful": st.integers(1, 5), "device": st.sampled_from(["phone", "print"]), "best": st.text(min_size=1)}
)


def test_the_usual_questions_are_whole_in_five_languages():
    assert [question["kind"] for question in USUAL] == ["scale"] * 6 + ["choice"] + ["text"] * 2
    for words in [question["words"] for question in USUAL] + [choice["words"] for question in USUAL for choice in question["choices"]]:
        assert set(words) == set(LANGUAGES)
        assert all(words.values())
    assert len({question["id"] for question in USUAL}) == len(USUAL)


def test_the_usual_questions_are_each_editions_own():
    default_questions().clear()
    assert default_questions() == USUAL


@pytest.mark.parametrize(
    ("words", "language", "found"),
    [
        ({"pt": "Sim", "en": "Yes"}, "en", ("Yes", "")),
        ({"pt": "Sim", "en": "Yes"}, "pt-br", ("Sim", "")),
        ({"pt": "Sim", "en": "Yes"}, "fr", ("Sim", "pt")),
        ({"en": "Yes", "es": "Sí"}, "fr", ("Yes", "en")),
        ({"es": "Sí"}, "fr", ("Sí", "es")),
        ({"pt": "", "es": "Sí"}, "pt", ("Sí", "es")),
        ({}, "pt", ("", "")),
    ],
)
def test_words_are_in_the_readers_language_or_say_which(words, language, found):
    assert worded(words, language) == found


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (SOME, SOME),
        ({"useful": "4", "best": "  two  "}, {"useful": 4, "best": "two"}),
        ({"useful": "0"}, {}),
        ({"useful": "6"}, {}),
        ({"useful": "٣"}, {}),
        ({"useful": "4.0"}, {}),
        ({"device": "x"}, {}),
        ({"best": "\x00"}, {}),
        ({"best": " "}, {}),
        ({"other": "1"}, {}),
        ({"useful": None}, {}),
    ],
)
def test_only_what_fits_is_kept(given, kept):
    assert cleaned(USUAL, given) == kept


def test_an_open_answer_has_an_end():
    assert len(cleaned(USUAL, {"best": "x" * 9999})["best"]) == LONGEST


@given(st.dictionaries(st.sampled_from([question["id"] for question in USUAL]), st.text() | st.integers() | st.none()))
def test_whatever_is_given_is_cleaned_to_what_can_be_added_up(given):
    kept = cleaned(USUAL, given)
    assert cleaned(USUAL, kept) == kept
    added_up(USUAL, [kept])
    json.dumps(kept)


@given(st.lists(answers, max_size=12), st.randoms())
def test_a_box_tells_nothing_of_the_order_in_which_answers_came(given, chance):
    shuffled = list(given)
    chance.shuffle(shuffled)
    assert sorted_box(shuffled) == sorted_box(given)
    assert added_up(USUAL, sorted_box(shuffled)) == added_up(USUAL, sorted_box(given))


@given(st.lists(answers, max_size=12))
def test_sums_are_sums(given):
    for name in ("useful", "device", "best"):
        told = next(one for one in added_up(USUAL, given) if one["id"] == name)
        values = sorted(str(one[name]) for one in given if name in one)
        if len(values) < LEAST:
            assert told.keys() & {"counts", "mean", "texts"} == set()
            assert told["number"] is None
        else:
            assert told["number"] == len(values)
            assert sorted(told.get("texts") or [value for value, times in told["counts"].items() for _ in range(times)]) == values
            assert told.get("mean") is None or 1 <= told["mean"] <= 5


def test_figures_begin_at_five():
    assert [is_shown(number) for number in (0, 4, 5)] == [False, False, True]


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 12)))
def test_no_group_under_five_can_be_worked_out_from_the_total(sizes):
    shown, rest = grouped(sizes)
    assert sorted([*shown, *rest]) == sorted(sizes)
    assert all(sizes[name] >= LEAST for name in shown)
    together = sum(sizes[name] for name in rest)
    assert not rest or together >= LEAST or not shown


def test_a_drawing_says_what_it_shows():
    drawn = bars("one", "Title & more", [Bar("<b>", 1, "1"), Bar("x" * 60, 4, "4")])
    assert 'role="img" aria-labelledby="one-t one-d"' in drawn
    assert '<title id="one-t">Title &amp; more</title>' in drawn
    assert "&lt;b&gt;: 1; " in drawn
    assert f"{'x' * (LABEL - 1)}…</text>" in drawn
    assert "style=" not in drawn
    assert 'width="320"' in drawn
    assert 'width="80.0"' in drawn


@given(st.lists(st.floats(-5, 1e6), max_size=5), st.floats(0, 100))
def test_a_bar_never_leaves_its_drawing(values, top):
    drawn = bars("b", "t", [Bar("l", value, str(value)) for value in values], top=top)
    widths = [float(part.partition('"')[0]) for part in drawn.split('class="part" x="0" y="')[1:] for part in [part.split('width="')[1]]]
    assert all(0 <= width <= 320 for width in widths)
