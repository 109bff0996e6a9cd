"""What needs no database: completeness, countries named in prose, tidy HTML."""

from time import process_time

import pytest

from content.practices.choices import FACT_LINKS, FORM, LICENCES, LINK_LABELS, Licence
from content.practices.counting import countries_said, other_numbers
from content.practices.fullness import fullness
from content.practices.tidying import tidy


def test_an_empty_form_is_answered_to_nought_per_cent():
    empty = fullness({})
    assert (empty.percent, len(empty.missing), empty.is_complete) == (0, len(FORM), False)


def test_a_form_without_what_is_not_required_is_complete_but_not_full():
    required = fullness({asked.key: "<p>said</p>" for asked in FORM if asked.is_required})
    assert required.is_complete
    assert 50 < required.percent < 100
    assert fullness({asked.key: ["something"] for asked in FORM}).percent == 100


@pytest.mark.parametrize("value", ["", "<p></p>", "<p>&nbsp;</p>".replace("&nbsp;", "\xa0"), "  ", None, []])
def test_what_is_empty_inside_its_tags_is_empty(value):
    assert "objectives" in {asked.key for asked in fullness({"objectives": value}).missing}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("a platform of 31 countries", [31]),
        ("<p>Os 31 países da região</p>", [31]),
        ("quatro países e 4 países", [4]),
        ("entre dix pays et trois autres pays", [10, 3]),
        ("en los 12 países", [12]),
        ("among the nine Portuguese-speaking countries", [9]),
        ("150 000 inspections in two weeks", []),
        ("in 2021 the countries agreed", []),
        ("", []),
    ],
)
def test_numbers_of_countries_are_read_in_four_languages(text, numbers):
    assert [said.number for said in countries_said([text])] == numbers


def test_the_words_around_a_number_are_shown():
    before, after = "Before it stand many words. " * 3, " After it come many more." * 3
    [said] = countries_said([f"{before}There are 31 countries in it.{after}"])
    assert said.words.startswith("…")
    assert "31 countries" in said.words
    assert said.words.endswith("…")


def test_a_text_that_names_the_number_listed_may_name_others():
    texts = ["31 countries took part; roadmaps among 10 countries"]
    assert other_numbers(texts, 31) == []
    assert [said.number for said in other_numbers(texts, 30)] == [31, 10]
    assert other_numbers(["no number"], 3) == []


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("plain", "<p>plain</p>"),
        ("one\n\ntwo", "<p>one</p><p>two</p>"),
        ("<p>a <i>b</i> <strong>c</strong></p>", "<p>a <i>b</i> <strong>c</strong></p>"),
        ("<ul><li>a</li></ul>", "<ul><li>a</li></ul>"),
        ('<p><a href="https://example.org" target="_blank">x</a></p>', '<p><a href="https://example.org">x</a></p>'),
        ('<p><a linktype="page" id="3">x</a></p>', '<p><a linktype="page" id="3">x</a></p>'),
        ('<p><img src="x" onerror="y">z</p>', "<p>z</p>"),
        ("<h2>Title</h2>", "<p>Title</p>"),
        ("", ""),
    ],
)
def test_prose_keeps_what_is_allowed(given, kept):
    assert tidy(given) == kept


@pytest.mark.parametrize(
    "given",
    [
        "<script>alert(1)</script>",
        "<style>*{display:none}</style>",
        '<p style="position:fixed">x</p>',
        '<iframe src="https://evil.example"></iframe>',
        '<a href="data:text/html,<script>1</script>">x</a>',
        '<a href="java&#10;script:alert(1)">x</a>',
        "<svg><animate onbegin=alert(1)>",
        "<!-- <p>hidden</p> -->",
        '<p><math><mi xlink:href="javascript:x">y</mi></math></p>',
        "<p" * 2000,
        "\x00<p>x</p>",
    ],
)
def test_hostile_prose_keeps_nothing_that_runs(given):
    kept = tidy(given).lower()
    assert not [bad for bad in ("script", "style", "iframe", "data:", "onbegin", "hidden", "svg", "math", "xlink") if bad in kept]


def test_prose_that_is_tidied_twice_stays():
    given = "<ul><li>a <b>b</b></li></ul><p>c &amp; d</p>"
    assert tidy(tidy(given)) == tidy(given) == given


@pytest.mark.parametrize("word", ["duas", "três", "cuatro", "deux", "twelve", "Onze", "DEZ"])
def test_numbers_in_words_are_read_in_any_case(word):
    assert countries_said([f"{word} países"])
    assert countries_said([f"{word}países"]) == []


def test_a_long_text_is_read_in_a_moment():
    began = process_time()
    countries_said(["doze " * 20_000 + "paises", "3 a b c d " * 10_000])
    assert process_time() - began < 1


def test_every_question_of_the_form_has_a_label_and_its_own_key():
    assert len({asked.key for asked in FORM}) == len(FORM)
    assert all(str(asked.label) for asked in FORM)
    assert {asked.criterion for asked in FORM if asked.kind == "prose"} == {
        "relevance", "south_south", "effectiveness", "innovation", "adaptability", "sustainability", "funding",
    }  # fmt: skip
    assert set(LINK_LABELS) == set(FACT_LINKS)
    assert set(LICENCES) == set(Licence)
