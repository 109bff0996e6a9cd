"""Sums of money and numbers are read as five languages write them."""

from decimal import Decimal

import pytest

from content.mentions.amounts import find_amounts
from content.mentions.numbers import find_numbers, find_years, read_number, words_for_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("funding (USD 150,000) complemented by", [("USD 150,000", "150000", "USD")]),
        ("R$ 3,2 milhões e US$ 1.5 million", [("R$ 3,2 milhões", "3200000", "BRL"), ("US$ 1.5 million", "1500000", "USD")]),
        ("150 mil dólares; 20 000 euros", [("150 mil dólares", "150000", "USD"), ("20 000 euros", "20000", "EUR")]),
        ("€ 2.000,50", [("€ 2.000,50", "2000.50", "EUR")]),
        ("1.250.000 USD", [("1.250.000 USD", "1250000", "USD")]),
        ("5 million Brazilian reais", [("5 million Brazilian reais", "5000000", "BRL")]),
        ("MZN 2 500", [("MZN 2 500", "2500", "MZN")]),
        ("$ 100, 31 countries, RLA/20/05/BRA, usd 5", []),
    ],
)
def test_an_amount_has_its_currency_or_is_none(text, expected):
    assert [(found.text, found.value.amount, found.value.currency) for found in find_amounts(text)] == [
        (words, Decimal(amount), currency) for words, amount, currency in expected
    ]


@pytest.mark.parametrize(
    ("written", "value"),
    [("150,000", "150000"), ("1.250,5", "1250.5"), ("1,250.5", "1250.5"), ("3,5", "3.5"), ("0.125", "0.125"), ("12 500", "12500")],
)
def test_marks_part_thousands_or_the_fraction(written, value):
    assert read_number(written) == Decimal(value)


def test_numbers_stand_by_themselves():
    assert [found.text for found in find_numbers("31 countries, 12 500 boats, A4, RLA/20/05/BRA, 8.7")] == ["31", "12 500", "8.7"]


def test_years_are_the_two_ends_of_a_period_and_no_part_of_a_number():
    assert [found.value for found in find_years("2022–2025, 1999. In 20255 or 2,025 none")] == [2022, 2025, 1999]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("ten countries, thirty boats", "en", {10, 30}),
        ("dos países e dois barcos", "pt", {2}),
        ("dix-sept ports", "fr", {17}),
        ("dix", "de", set()),
    ],
)
def test_small_numbers_are_known_in_words(text, language, expected):
    assert words_for_numbers(text, language) == expected
