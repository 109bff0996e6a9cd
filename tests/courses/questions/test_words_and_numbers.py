"""What typed words and numbers are taken for."""

from decimal import Decimal

import pytest

from courses.questions.numbers import readings
from courses.questions.wording import fits, tidied


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("0", ["0"]),
        ("-0,50", ["-0.50"]),
        (".5", [".5"]),
        (",5", [".5"]),
        ("5.", ["5"]),
        ("+ 3", ["3"]),
        ("− 3", ["-3"]),
        ("1.000", ["1.000", "1000"]),
        ("1,000", ["1.000", "1000"]),
        ("1 000 000", ["1000000"]),
        ("1\u00a0000,5", ["1000.5"]),
        ("1.000.000", ["1000000"]),
        ("1,000,000.25", ["1000000.25"]),
        ("1’000", ["1000"]),
        ("１２", ["12"]),
        ("1e-3", ["0.001"]),
        ("1E5", ["100000"]),
        (Decimal("2.5"), ["2.5"]),
    ],
)
def test_a_number_is_read_however_it_is_written(typed, numbers):
    assert readings(typed) == [Decimal(number) for number in numbers]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "-",
        ".",
        "e5",
        "1e",
        "1e999",
        "1,2,3",
        "1.00.000",
        "1 000.000 000",
        "12 34",
        "0x10",
        "1_000",
        "five",
        "5 %",
        "٣",
        None,
        [],
        b"1",
        False,
    ],
)
def test_what_is_no_number_is_none(typed):
    assert readings(typed) == []


@pytest.mark.parametrize(
    ("pattern", "typed"),
    [
        ("Évora", "evora"),
        ("São Tomé", "SAO  TOME"),
        ("cœur", "coeur"),
        ("l’âge", "l'age"),
        ("« mot »", '" mot "'),
        ("trabalho-infantil", "trabalho–infantil"),
        ("*infantil", "trabalho infantil"),
        ("trab*", "trabalho"),
        ("*", "x"),
        ("a*c*e", "abcde"),
        ("a**c", "abc"),
        (r"2\*3", "2*3"),
        ("straße", "STRASSE"),
        ("ação", "ac\u0327a\u0303o"),
    ],
)
def test_words_fit_in_spite_of_how_they_are_typed(pattern, typed):
    assert fits(pattern, typed)


@pytest.mark.parametrize(
    ("pattern", "typed"),
    [
        ("a", ""),
        ("", ""),
        ("*", " "),
        ("ab", "a b"),
        ("a*b", "ba"),
        ("aba*aba", "aba"),
        (r"2\*3", "2 and 3"),
        ("a*c*e", "aec"),
        ("x" * 1001, "x" * 1001),
    ],
)
def test_other_words_do_not_fit(pattern, typed):
    assert not fits(pattern, typed)


def test_kept_case_keeps_accents_too():
    assert tidied(" É  l’Œuvre ", is_case_kept=True) == "É l'Œuvre"
    assert tidied(" É  l’Œuvre ") == "e l'oeuvre"
    assert not fits("OIT", "oit", is_case_kept=True)
    assert fits("O*", "OIT", is_case_kept=True)
