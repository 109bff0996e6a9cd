"""Dates and hours are read as they are written; what is not written is not made up."""

from datetime import date, time

import pytest

from content.reading.when import read_when

NINE, TEN = time(9, 15), time(10, 45)


@pytest.mark.parametrize(
    ("line", "day", "starts", "ends"),
    [
        ("Tuesday, June 9– 09.15 to 10.45", None, NINE, TEN),
        ("Mardi 9 juin 2026 – 09.15 - 10.45", date(2026, 6, 9), NINE, TEN),
        ("Terça-feira, 9 de junho de 2026, das 9h15 às 10h45", date(2026, 6, 9), NINE, TEN),
        ("Martes 9 de junio de 2026, de 9:15 a 10:45", date(2026, 6, 9), NINE, TEN),
        ("June 9, 2026", date(2026, 6, 9), None, None),
        ("Le 1er juin 2026, 14h à 16h", date(2026, 6, 1), time(14), time(16)),
        ("9 June 2026, 9.15 am to 1 pm", date(2026, 6, 9), NINE, time(13)),
        ("09:15 – 10:45", None, NINE, TEN),
        ("9–11 June 2026", None, None, None),
        ("June 31, 2026", None, None, None),
        ("9 June 2026, 25.00 to 26.00", date(2026, 6, 9), None, None),
    ],
)
def test_a_line_of_date_and_hours_is_taken_apart(line, day, starts, ends):
    when = read_when(line)
    assert (when.date, when.starts, when.ends) == (day, starts, ends)


def test_a_word_after_the_hours_is_left_whole():
    when = read_when("Tuesday, June 9– 09.15 to 10.45 AA")
    assert (when.time_words, when.rest, when.ends) == ("09.15 to 10.45", "AA", TEN)


@pytest.mark.parametrize(
    "line",
    [
        "In March 2008 two memoranda were signed",
        "In 2023 nine harbours may have signed 12 agreements with one another",
        "Praia, Cabo Verde",
        "From 2.30 to 4 boys were counted at each gate of the nine harbours, every single night",
        "2014-2017",
        "word " * 60,
        "",
    ],
)
def test_prose_with_numbers_is_no_such_line(line):
    assert read_when(line) is None


def test_the_words_are_kept_as_they_are_written():
    when = read_when("Tuesday, June 9– 09.15 to 10.45 (local time)")
    assert (when.date_words, when.time_words, when.rest) == ("Tuesday, June 9", "09.15 to 10.45", "(local time)")


def test_a_weekday_that_does_not_fit_its_date_is_noticed():
    assert read_when("Friday 9 June 2026").is_weekday_wrong
    assert not read_when("Tuesday 9 June 2026").is_weekday_wrong
