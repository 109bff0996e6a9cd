"""What rooms above may add to who takes a quiz when: a quiz that is not released yet, more time for one person."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

Gate = Callable[[Any, Any, datetime], str]  # enrolment, quiz page, now: why it is not open for her yet, empty where it is
MoreTime = Callable[[Any], int]  # enrolment: how much more time she needs, in per cent
_gates: list[Gate] = []
_more_time: list[MoreTime] = []


def register(gate: Gate) -> None:
    """Ask this gate before each new attempt; registering it again changes nothing."""
    if gate not in _gates:
        _gates.append(gate)


def register_more_time(ask: MoreTime) -> None:
    """Ask this for the time that a person needs beyond a quiz's limit; the largest answer counts."""
    if ask not in _more_time:
        _more_time.append(ask)


def withdraw(ask: Gate | MoreTime) -> None:
    """Ask it no longer."""
    for asked in (_gates, _more_time):
        if ask in asked:
            asked.remove(ask)  # type: ignore[arg-type] # it is in this list


def sentence(enrolment: Any, quiz: Any, now: datetime) -> str:
    """Return why she cannot begin this quiz now: the first gate's words, or nothing."""
    return next((said for gate in _gates if (said := gate(enrolment, quiz, now))), "")


def more_percent(enrolment: Any) -> int:
    """Return how much more time she has, in per cent."""
    return max([0, *(ask(enrolment) for ask in _more_time)])
