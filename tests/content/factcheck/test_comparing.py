"""Facts that stand in one language and not in the other are told; facts that each language writes in its own way are not."""

from pathlib import Path

import pytest

from content.factcheck.comparing import differences
from content.factcheck.facts import around, facts_of
from content.reading.document import read_document
from tests.factories.documents import SESSION_EN, SESSION_FR

REAL = sorted(Path(__file__).resolve().parents[3].parent.glob("shared/documents/00[01]_*.txt"))


@pytest.fixture(autouse=True)
def taxonomy(db) -> None:
    """Let the tests use the list of countries that the migrations load."""


def told(one: str, other: str, languages: tuple[str, str] = ("en", "fr")) -> list[tuple[str, str, str]]:
    first, second = (facts_of(text, language) for text, language in zip((one, other), languages, strict=True))
    return [(str(found.sort), found.language, found.missing_in) for found in differences(first, second)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("On June 9, 2026 at 2.30 pm in Brazil", "Le 9 juin 2026 à 14h30 au Brésil"),
        ("USD 150,000 for 1,250 boats", "150 000 USD pour 1.250 bateaux"),
        ("ten countries and 12 boats", "10 pays et douze bateaux"),
        ("from 2022 to 2025", "2022–2025"),
        ("Brazilian inspectors", "des inspecteurs du Brésil"),
        ("inspectors from Brazil", "des inspecteurs brésiliens"),
        ("3.5 per cent", "3,5 %"),
        ("one boat", "1 bateau"),
        ("09.15 to 10.45", "9h15 - 10h45"),
        ("write to a@example.org", "écrivez à a@example.org"),
    ],
)
def test_the_same_fact_written_otherwise_does_not_differ(one, other):
    assert told(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Tuesday, June 9", "Mardi 9 juin 2026", [("year", "fr", "en")]),
        ("June 9, 2025", "9 juin 2026", [("day", "en", "fr")]),
        ("June 9", "le 10 juin", [("day", "en", "fr"), ("day", "fr", "en")]),
        ("since 1998", "depuis longtemps", [("year", "en", "fr")]),
        ("at 2.30 pm", "l'après-midi", [("hour", "en", "fr")]),
        ("31 countries", "30 pays", [("number", "en", "fr"), ("number", "fr", "en")]),
        ("USD 5,000", "EUR 5 000", [("sum", "en", "fr"), ("sum", "fr", "en")]),
        ("in Angola", "au port", [("country", "en", "fr")]),
        ("a@example.org", "b@example.org", [("name", "en", "fr"), ("name", "fr", "en")]),
        ("www.example.org", "", [("name", "en", "fr")]),
    ],
)
def test_a_fact_that_differs_is_told_with_its_languages(one, other, expected):
    assert told(one, other) == expected


def test_a_year_that_one_language_leaves_out_is_told_once_with_both_wordings():
    facts = [facts_of(text, language) for text, language in ((SESSION_EN, "en"), (SESSION_FR, "fr"))]
    years = [found for found in differences(*facts) if found.sort == "year"]
    assert [(found.language, found.missing_in) for found in years] == [("fr", "en")]
    assert "9 juin 2026" in years[0].words
    assert "June 9" in years[0].there


@pytest.mark.skipif(len(REAL) != 2, reason="the project's own documents are not beside the repository")
def test_the_year_of_the_real_notes_is_found_and_little_else():
    documents = [read_document(path.read_bytes(), name=path.name) for path in REAL]
    found = differences(*(facts_of(document.text, document.guessed) for document in documents))
    assert [(str(one.sort), one.language, one.missing_in) for one in found if one.sort == "year"] == [("year", "fr", "en")]
    assert "2026" in next(one.words for one in found if one.sort == "year")
    assert len(found) == 1


def test_words_around_a_fact_are_whole():
    text = "a " * 60 + "here" + " b" * 60
    shown = around(text, 120, 124)
    assert shown.startswith("…a ")
    assert shown.endswith(" b…")
    assert len(shown) < 100
