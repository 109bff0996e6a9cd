"""Days, hours, mail addresses, web addresses and acronyms are found where they stand."""

import pytest

from content.mentions.acronyms import find_acronyms, find_meanings, unexplained
from content.mentions.addresses import find_mails, find_sites
from content.mentions.dates import find_days, find_hours


@pytest.mark.parametrize(
    ("text", "days", "hours"),
    [
        ("Tuesday, June 9– 09.15 to 10.45", [(6, 9, None)], [(9, 15), (10, 45)]),
        ("Mardi 9 juin 2026 – 9h15", [(6, 9, 2026)], [(9, 15)]),
        ("12 de fevereiro de 2026, das 14h às 16h", [(2, 12, 2026)], [(14, 0), (16, 0)]),
        ("1er mars et 2 de mayo del 2024", [(3, 1, None), (5, 2, 2024)], []),
        ("May 3, 2024 at 2.30 pm", [(5, 3, 2024)], [(14, 30)]),
        ("on 2026-02-12, or 12/02/2026", [(2, 12, 2026)], []),
        ("3 may be 1.5 million; 40 June; 25:70", [], []),
    ],
)
def test_days_and_hours_are_read_in_four_languages(text, days, hours):
    assert [tuple(found.value) for found in find_days(text)] == days
    assert [found.value for found in find_hours(text)] == hours


def test_mail_and_web_addresses_are_told_apart():
    text = "Harbour Network a@ports.example.org b@ports.example.org www.ports.example.org | www.ports2030.org, ports.gov.st/x (https://a.org/b_(c))."
    assert [found.text for found in find_mails(text)] == ["a@ports.example.org", "b@ports.example.org"]
    assert [found.value for found in find_sites(text)] == [
        "https://www.ports.example.org",
        "https://www.ports2030.org",
        "https://ports.gov.st/x",
        "https://a.org/b_(c)",
    ]


def test_a_sentence_without_a_space_after_its_end_is_no_address():
    assert find_sites("They met.In Praia e.g. at 8.7 and No.5") == []


def test_acronyms_are_capitals_but_no_numbers_money_or_headings():
    assert find_acronyms("THE WHOLE LINE IS LOUD\nILO and G20/BRICS+, ILO, USD 5, XIV, A, RLA/20/05/BRA, C138") == ["ILO"]


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("the National Plan of Action (NPA) says", {"NPA": "National Plan of Action"}),
        ("CPLP (Comunidade dos Países de Língua Portuguesa)", {"CPLP": "Comunidade dos Países de Língua Portuguesa"}),
        ("a gender approach (EGIR)", {}),
        ("NPA (see below)", {}),
    ],
)
def test_a_meaning_spells_its_acronym(text, meanings):
    assert find_meanings(text) == meanings


def test_what_neither_text_nor_glossary_explains_is_told():
    assert unexplained("The National Plan of Action (NPA), the ILO and MONITORA", known={"ILO"}) == ["MONITORA"]
