"""When an attempt ends, and what rooms above may add."""

from datetime import timedelta

import pytest

from courses.assessment import gate
from courses.assessment.clock import GRACE, is_over, limit_at
from tests.factories.learning import NOW


def test_without_a_limit_nothing_ends():
    assert limit_at(NOW, None) is None
    assert not is_over(None, NOW)


@pytest.mark.parametrize(("more", "minutes"), [(0, 30), (25, 38), (50, 45), (100, 60)])
def test_who_needs_more_time_has_it_in_whole_minutes(more, minutes):
    assert limit_at(NOW, 30, more) == NOW + timedelta(minutes=minutes)


@pytest.mark.parametrize(("after", "over"), [(timedelta(0), False), (GRACE, False), (GRACE + timedelta(seconds=1), True)])
def test_what_arrives_within_the_grace_still_counts(after, over):
    assert is_over(NOW, NOW + after) is over


@pytest.fixture
def asked(monkeypatch):
    """Registers gates beside none: rooms above have their own."""
    monkeypatch.setattr(gate, "_gates", [])
    monkeypatch.setattr(gate, "_more_time", [])
    return lambda ask, where=gate.register: where(ask)


def test_the_first_gate_that_says_no_tells_why(asked):
    asked(lambda enrolment, quiz, now: "")
    asked(lambda enrolment, quiz, now: "Opens on Monday.")
    asked(lambda enrolment, quiz, now: "Never asked.")
    assert gate.sentence(None, None, NOW) == "Opens on Monday."


def test_a_gate_that_is_withdrawn_is_asked_no_more(asked):
    shut = lambda enrolment, quiz, now: "Shut."  # noqa: E731 - the same object twice
    asked(shut)
    asked(shut)
    gate.withdraw(shut)
    assert gate.sentence(None, None, NOW) == ""


def test_the_largest_need_counts(asked):
    assert gate.more_percent(None) == 0
    asked(lambda enrolment: 25, gate.register_more_time)
    asked(lambda enrolment: 50, gate.register_more_time)
    assert gate.more_percent(None) == 50
