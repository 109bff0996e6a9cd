"""What must be mended, and what could be plainer."""

import pytest

from content.questionnaire.checks import amount_of, findings, musts
from content.questionnaire.form import ASKED
from tests.factories.contributions import SENTENCE, whole_answers


def told(key, **others):
    return [finding.text for finding in findings(whole_answers(**others)) if finding.key == key]


def keys_of_musts(**others):
    return {finding.key for finding in musts(whole_answers(**others))}


def test_a_whole_form_has_nothing_to_mend():
    assert musts(whole_answers()) == []


def test_an_empty_form_names_every_question_that_must_be_answered():
    assert {finding.key for finding in musts({})} == {key for key, asked in ASKED.items() if asked.is_required}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "x" * 201),
        ("objectives", "x" * 1501),
        ("starts_year", "19"),
        ("starts_year", "doze"),
        ("ends_year", "3019"),
        ("ends_year", "2018"),
        ("theme_links", list("abcdef")),
        ("amounts", [{"amount": "muito", "currency": "USD", "source": ""}]),
        ("amounts", [{"amount": "5", "currency": "US", "source": ""}]),
        ("contacts", [{"name": "", "email": "a@example.org", "address": ""}]),
        ("contacts", [{"name": "a", "email": "nobody", "address": ""}]),
        ("materials", [{"title": "a", "address": "javascript:alert(1)"}]),
        ("materials", [{"title": "", "address": "https://example.org"}]),
        ("acronyms", [{"short": "OIT", "meaning": ""}]),
        ("building_blocks", [{"title": "a", "what": "", "needs": "", "lessons": ""}]),
        ("is_safe", False),
        ("may_publish", False),
    ],
)
def test_what_must_be_mended(key, value):
    assert keys_of_musts(**{key: value}) == {key}


def test_contacts_are_not_shown_without_their_consent():
    assert keys_of_musts(contacts_consent=False) == {"contacts"}


def test_advice_never_keeps_anything_from_being_sent():
    bad = "Maria, de 12 anos, na ABC. Ver o link. " + "palavra " * 150
    assert keys_of_musts(objectives=bad) == set()
    assert len(told("objectives", objectives=bad)) == 4


def test_short_answers_are_told_how_much_readers_need():
    assert len(told("objectives", objectives="Pouco.")) == 1
    assert "60" in told("summary", summary=SENTENCE * 10)[0]


def test_an_acronym_is_asked_for_once():
    found = [
        finding
        for finding in findings(whole_answers(objectives=SENTENCE * 4 + "ABC.", results=SENTENCE * 4 + "ABC e DEF."))
        if "ABC" in finding.text
    ]
    assert [finding.key for finding in found] == ["objectives"]
    listed = whole_answers(objectives=SENTENCE * 4 + "ABC.", acronyms=[{"short": "ABC", "meaning": "A B C"}])
    assert not any("ABC" in finding.text for finding in findings(listed))


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("150000", "150000"),
        ("150 000", "150000"),
        ("150.000", "150000"),
        ("150,000", "150000"),
        ("150.000,50", "150000.50"),
        ("150,000.5", "150000.5"),
        ("0", "0"),
        ("1.234.567", "1234567"),
        ("", None),
        ("-5", None),
        ("1e9", None),
        ("12,34,56", None),
        ("9" * 14, None),
        ("²", None),
    ],
)
def test_amounts_are_read_as_people_write_them(typed, amount):
    assert amount_of(typed) == amount
