"""Sizes in words."""

import pytest
from django.utils import translation

from content.weight.words import kilobytes, megabytes


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0.0 kB"),
        (1, "0.1 kB"),
        (3_449, "3.4 kB"),
        (999_949, "999.9 kB"),
        (1_000_000, "1.0 MB"),
        (9_140_000, "9.1 MB"),
        (250_000_000, "250 MB"),
    ],
)
def test_a_size_is_told_with_one_decimal_at_most(size, words):
    with translation.override("en"):
        assert kilobytes(size) == words


def test_megabytes_are_told_as_stated():
    with translation.override("en"):
        assert megabytes(11.2) == "11.2 MB"


def test_the_decimal_sign_is_that_of_the_language():
    with translation.override("pt"):
        assert kilobytes(3_400).startswith("3,4")
