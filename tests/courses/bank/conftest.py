"""Helpers of the screens' tests: addresses, and what a form sends."""

import re

import pytest
from django.urls import reverse

from tests.courses.questions.conftest import *  # noqa: F403 - the cast and a storage that forgets

WRITERS = {"editor", "facilitator", "admin"}


@pytest.fixture
def writer(client, editor):
    client.force_login(editor)
    return client


def address(name, *args, **query):
    return reverse(name, args=args, query=query or None)


def new(kind, language="pt"):
    return address("question-new", kind=kind, language=language, folder="Normas")


def typed(*rows, **head):
    """Return what a form sends."""
    data = {"stem": "Que idade?", "name": "Idade", "folder": "Normas", "points": "1", "row-TOTAL_FORMS": len(rows), "row-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        data |= {f"row-{number}-{name}": value for name, value in row.items()}
    return data | head


def text_of(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


ROWS = {
    "single": [{"words": "18", "weight": "100", "reply": "Certo"}, {"words": "15", "weight": "0"}, {"words": "", "weight": "0"}],
    "multiple": [{"words": "C138", "weight": "50"}, {"words": "C182", "weight": "50"}, {"words": "R190", "weight": "-50"}],
    "true_false": [{"words": "Verdadeiro", "weight": "0"}, {"words": "Falso", "weight": "100"}],
    "matching": [{"words": "C138", "match": "idade"}, {"words": "C182", "match": "formas"}, {"words": "", "match": "férias"}],
    "ordering": [{"words": "dois", "place": "2"}, {"words": "um", "place": "1"}, {"words": "três", "place": "3"}],
    "short": [{"words": "OIT", "weight": "100"}, {"words": "ONU", "weight": "50"}],
    "numeric": [{"words": "3,5", "tolerance": "0,1", "weight": "100"}, {"words": "*", "weight": "0", "reply": "Longe"}],
}  # fmt: skip
