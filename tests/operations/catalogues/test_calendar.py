"""Dates as people write them today."""

import datetime

import pytest
from django.utils import translation
from django.utils.dateformat import format as written
from django.utils.formats import date_format

DAY = datetime.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("language", "date", "name"),
    [
        ("pt", "21 de novembro de 2026", "sábado"),
        ("pt-br", "21 de novembro de 2026", "sábado"),
        ("es", "21 de noviembre de 2026", "sábado"),
        ("fr", "21 novembre 2026", "samedi"),
        ("en", "Nov. 21, 2026", "Saturday"),
    ],
)
def test_months_and_days_are_written_as_their_language_does(language, date, name):
    with translation.override(language):
        assert date_format(DAY, "DATE_FORMAT") == date
        assert written(DAY, "l") == name
