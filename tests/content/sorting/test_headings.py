"""Headings are recognised with numbers, colons and accents or without."""

import pytest

from content.reading.pieces import HEADING, ITEM, PARAGRAPH, Piece, Run
from content.sorting import initiative_labels, session_labels
from content.sorting.headings import find_label, is_headline, is_subheading, plain_label


def piece(text: str, kind: str = PARAGRAPH, *, is_bold: bool = False) -> Piece:
    return Piece(kind, (Run(text, is_bold=is_bold),), number=1)


@pytest.mark.parametrize(
    "text", ["Context", "CONTEXT:", "I. Context", "1) Context", "II - Context", "a. Context", "**Context**", "  context  "]
)
def test_numbers_colons_and_capitals_do_not_matter(text):
    assert plain_label(text) == "context"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("O que é?", "about"),
        ("¿Qué es?", "about"),
        ("Qu’est-ce que c’est ?", "about"),
        ("¿Cómo funciona?", "workings"),
        ("Comment ça marche ?", "workings"),
        ("O que já alcançou?", "achievements"),
        ("¿Qué ha logrado?", "achievements"),
        ("Qu’a-t-elle accompli ?", "achievements"),
        ("¿En qué concentrarse?", "focus"),
        ("Sur quoi mettre l’accent ?", "focus"),
        ("Para isso, a região precisa de:", "needs"),
        ("Para ello, los puertos deben:", "needs"),
        ("Pour cela, les ports doivent :", "needs"),
        ("Partenaires qui soutiennent l’Alliance :", "partners"),
        ("A sentence about partners that is not one of the labels", ""),
    ],
)
def test_the_parts_of_an_initiative_are_known_in_four_languages(text, key):
    assert find_label(piece(text), initiative_labels.HEADINGS) == key


@pytest.mark.parametrize(
    "text", ["Antecedentes", "II. Questões a abordar", "Cuestiones que se abordarán", "Questions abordées", "Thèmes à traiter"]
)
def test_the_parts_of_a_session_are_known_in_four_languages(text):
    assert find_label(piece(text), session_labels.HEADINGS)


def test_a_headline_is_marked_bold_or_roman():
    assert is_headline(piece("Anything at all", HEADING))
    assert is_headline(piece("All bold", is_bold=True))
    assert is_headline(piece("IV. Format"))
    assert not is_headline(piece("Plain words"))
    assert not is_headline(piece("All bold", ITEM, is_bold=True))
    assert not is_headline(piece("A bold sentence.", is_bold=True))


def test_a_subheading_heads_something_longer():
    text = piece("A paragraph that is clearly longer than the few words above it.")
    assert is_subheading([piece("Harbour masters:"), text], 0)
    assert is_subheading([piece("Harbour masters"), text], 0)
    assert not is_subheading([piece("Harbour masters."), text], 0)
    assert not is_subheading([piece("They want:"), piece("a longer item in a list of things", ITEM)], 0)
    assert not is_subheading([text, piece("Harbour masters")], 1)
