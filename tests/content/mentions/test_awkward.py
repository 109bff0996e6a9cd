"""What stands in real documents: other marks, other spaces, half a mention, nothing at all; and texts that are meant to hurt."""

from decimal import Decimal
from time import monotonic

import pytest

from content.mentions.acronyms import find_acronyms, find_meanings, unexplained
from content.mentions.addresses import find_mails, find_sites
from content.mentions.amounts import find_amounts
from content.mentions.countries import gazetteer
from content.mentions.dates import find_days, find_hours
from content.mentions.numbers import find_numbers, find_years
from content.mentions.spans import fold

READERS = (find_acronyms, find_meanings, find_mails, find_sites, find_amounts, find_days, find_hours, find_numbers, find_years)
NAMES = gazetteer([("Brasil", "BR"), ("Guiné", "GN"), ("Guiné-Bissau", "GW"), ("São Tomé e Príncipe", "ST")])
HOSTILE = [
    "1," * 20_000,
    "A" * 50_000,
    "(" * 20_000,
    "a@" * 20_000,
    "www." * 20_000,
    "12 de " * 10_000,
    " " * 50_000,
    "\0\ud7ff" * 5000,
    "",
]


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_no_text_keeps_a_reader_busy(reader):
    begun = monotonic()
    for text in HOSTILE:
        reader(text)
    assert monotonic() - begun < 20


@pytest.mark.parametrize("reader", [find_amounts, find_days, find_hours, find_numbers, find_years, find_sites, find_mails])
def test_a_mention_says_where_it_stands(reader):
    text = "Em 12 de maio de 2024, às 14h30, deram USD 1.500 — ver www.ilo.org ou a@b.org."
    found = reader(text)
    assert found
    assert all(text[one.start : one.end] == one.text for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("14 h 30", [(14, 30)]),
        ("14\u00a0h\u00a030", [(14, 30)]),
        ("14 h, 30 pessoas", [(14, 0)]),
        ("das 9h às 10h30", [(9, 0), (10, 30)]),
        ("12 am, 12 pm, 2 p.m.", [(0, 0), (12, 0), (14, 0)]),
        ("9:05; 3:1; 14:75; 25h; 10.5 million", [(9, 5)]),
    ],
)
def test_hours_are_written_in_many_ways(text, hours):
    assert [found.value for found in find_hours(text)] == hours


@pytest.mark.parametrize("text", ["2026-13-40", "2026-00-10", "32 de março", "March 2020", "12/02/2026", "maio", "12026-02-12"])
def test_half_a_day_is_none(text):
    assert find_days(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.125 million", "1125000"),
        ("3,2 milhões", "3200000"),
        ("2 mil millones", "2000000000"),
        ("1'000", "1000"),
        ("12.345,67", "12345.67"),
        ("5%", "5"),
    ],
)
def test_large_numbers_are_one_number(text, value):
    assert [found.value for found in find_numbers(text)] == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("5 mil euros", 5000, "EUR"),
        ("100 €", 100, "EUR"),
        ("US$ 150,000.00", 150_000, "USD"),
        ("10 dollars des États-Unis", 10, "USD"),
        ("50 libras esterlinas", 50, "GBP"),
        ("R$\u00a02 500", 2500, "BRL"),
    ],
)
def test_money_is_written_in_many_ways(text, amount, currency):
    (found,) = find_amounts(text)
    assert (found.value.amount, found.value.currency, found.text) == (amount, currency, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("R&D, SDG8 e COVID-19", ["SDG8", "COVID-19"]),
        ("UNICEF’s plan; PAA+", ["UNICEF", "PAA"]),
        ("a OIT/x, info@OIT.org", []),
        ("XIV, IV, EUR", []),
    ],
)
def test_what_looks_like_an_acronym(text, expected):
    assert find_acronyms(text) == expected


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Ministério do Trabalho, Emprego e Segurança Social (MTESS)", "Ministério do Trabalho, Emprego e Segurança Social"),
        ("A casa. Nada de novo (NDN)", "Nada de novo"),
        ("(OIT)", None),
        ("OIT (cf. acima)", None),
    ],
)
def test_a_meaning_is_looked_for_before_and_inside_the_brackets(text, meaning):
    assert list(find_meanings(text).values()) == ([meaning] if meaning else [])
    assert bool(unexplained(text)) is (meaning is None)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("da Guiné-Bissau à Guiné", "GW GN"),
        ("São Tomé\ne Príncipe", "ST"),
        ("SÃO TOMÉ E PRÍNCIPE; brasil", "ST"),
        ("Brasileiros no Brasil.", "BR"),
        ("São Tomé, e Príncipe", "ST"),
    ],
)
def test_the_longest_name_wins_and_prose_writes_capitals(text, codes):
    assert [found.value for found in NAMES.find(text)] == codes.split()


def test_folding_keeps_every_sign_in_its_place():
    text = "Ça va, ŒUVRE, ﬁm, ß, ’İ"
    assert len(fold(text)) == len(text)
    assert fold("ÁÉÍ’") == "aei'"
