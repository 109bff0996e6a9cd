"""Fixtures: a learner in an edition, and a quiz in its course. A test package takes part with `from tests.factories.quizzes import *`."""

from uuid import uuid4

import pytest

from courses.assessment.actions import start_attempt
from tests.factories.courses import modules_below
from tests.factories.learning import NOW, edition_of, enrolled, question, quiz_below, single

__all__ = ["at", "attempt", "edition", "enrolment", "kinds", "module", "quiz", "signed_in"]


@pytest.fixture
def module(course):
    return modules_below(course, 1)[0]


@pytest.fixture
def edition(course):
    return edition_of(course)


@pytest.fixture
def enrolment(edition, learner):
    return enrolled(learner, edition)


@pytest.fixture
def quiz(module):
    return quiz_below(module, single(name="Q1"), single(name="Q2"), is_required=True)


@pytest.fixture
def attempt(enrolment, quiz):
    return start_attempt(enrolment=enrolment, quiz=quiz, now=NOW)


@pytest.fixture
def at(monkeypatch):
    """Let views read this moment from their clock, and those that follow from it."""

    def set_to(moment):
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    set_to(NOW)
    return set_to


@pytest.fixture
def signed_in(client, learner, at):
    client.force_login(learner)
    return client


def ids(count):
    return [str(uuid4()) for _ in range(count)]


@pytest.fixture
def kinds(db):
    """One question of each kind but those with one right answer, see `every_kind`."""
    return every_kind()


def every_kind():
    """Add one question of each kind, two points each, with the value that is right."""
    several, left, right, line, word, number = ids(3), ids(2), ids(3), ids(3), ids(1), ids(1)
    named = lambda given, kind: {one: f"<p>{kind} {place}</p>" for place, one in enumerate(given)}  # noqa: E731 - words of options
    made = {
        "multiple": question(
            "multiple",
            {"options": several, "is_shuffled": True},
            {"weights": dict(zip(several, (50, 50, -50), strict=True))},
            {"en": {"stem": "<p>Which two?</p>", "options": named(several, "option")}},
            points=2,
        ),
        "matching": question(
            "matching",
            {"lefts": left, "rights": right, "is_shuffled": True},
            {"pairs": dict(zip(left, right, strict=False))},
            {"en": {"stem": "<p>Which pairs?</p>", "options": {**named(left, "left"), **named(right, "right")}}},
            points=2,
        ),
        "ordering": question(
            "ordering", {"options": line}, {"order": line}, {"en": {"stem": "<p>In order?</p>", "options": named(line, "line")}}, points=2
        ),
        "short": question(
            "short",
            {"is_case_kept": False},
            {"weights": {word[0]: 100}},
            {"en": {"stem": "<p>Who?</p>", "accepted": {word[0]: "inspector"}, "replies": {word[0]: "<p>Indeed.</p>"}}},
            points=2,
        ),
        "numeric": question(
            "numeric",
            {},
            {"answers": [{"id": number[0], "value": "3.5", "tolerance": "0.1", "weight": 100}]},
            {"en": {"stem": "<p>How much?</p>"}},
            points=2,
        ),
    }
    right_values = {
        "multiple": several[:2],
        "matching": dict(zip(left, right, strict=False)),
        "ordering": line,
        "short": "Inspector",
        "numeric": "3,5",
    }
    return {kind: (made[kind], right_values[kind]) for kind in made}
