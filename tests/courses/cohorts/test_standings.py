"""Where people stand follows from numbers and dates alone."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.cohorts.choices import Cell, Standing
from courses.cohorts.standings import Plan, Row, square, stuck_since

NOW = datetime(2027, 2, 20, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def plan(number=1, size=2, opens=None, due=None, is_asked=True):
    keys = tuple(uuid4() for _ in range(size))
    return Plan(uuid4(), number, f"Module {number}", "", keys, keys, is_asked, opens, due)


def row(**fields):
    given = {"pk": 1, "uid": uuid4(), "person_id": 1, "name": "Ana", "email": "a@example.org", "country": "MZ", "institution": ""}
    given |= {"language": "pt", "since": NOW, "extra_days": 0, "completed_at": None, "seen_at": None, "squares": (), "late": ()}
    return Row(**({**given, "stuck_since": None} | fields))


@pytest.mark.parametrize(
    ("done", "is_begun", "opens", "due", "extra", "state"),
    [
        (2, True, None, None, 0, Cell.DONE),
        (2, True, None, NOW - DAY, 0, Cell.DONE),  # what is done is never late
        (1, True, None, NOW - DAY, 0, Cell.LATE),
        (0, False, None, NOW - DAY, 0, Cell.LATE),
        (1, True, None, NOW, 0, Cell.LATE),  # the moment after the last day
        (1, True, None, NOW + DAY / 24, 0, Cell.BEGUN),
        (1, True, None, NOW - DAY, 1, Cell.LATE),
        (1, True, None, NOW - DAY, 2, Cell.BEGUN),
        (0, True, None, None, 0, Cell.BEGUN),
        (0, False, None, None, 0, Cell.NONE),
        (0, False, NOW - DAY, None, 0, Cell.NONE),
        (0, False, NOW + DAY, None, 0, Cell.SHUT),
        (1, True, NOW + DAY, None, 0, Cell.BEGUN),
    ],
)
def test_a_square_says_where_one_stands(done, is_begun, opens, due, extra, state):
    assert square(plan(opens=opens, due=due), done, is_begun, extra, NOW).state == state


def test_what_is_not_required_is_never_late_or_left():
    free = plan(due=NOW - DAY, is_asked=False)
    held = square(free, 0, False, 0, NOW)
    assert held.state == Cell.NONE
    assert stuck_since([free], [held], NOW - 90 * DAY, 7, NOW) is None


def test_a_module_without_units_is_neither_done_nor_late():
    empty = plan(size=0, is_asked=False, due=NOW - DAY)
    assert square(empty, 0, False, 0, NOW).state == Cell.NONE


def stuck(plans, done, seen, days=7):
    return stuck_since(
        plans, [square(each, number, bool(number), 0, NOW) for each, number in zip(plans, done, strict=True)], seen, days, NOW
    )


def test_stuck_is_who_did_nothing_for_so_many_days_while_something_is_left():
    assert stuck([plan()], [1], NOW - 7 * DAY) == NOW - 7 * DAY
    assert stuck([plan()], [1], NOW - 7 * DAY + timedelta(seconds=1)) is None
    assert stuck([plan()], [1], NOW - 3 * DAY, days=3) == NOW - 3 * DAY
    assert stuck([plan()], [2], NOW - 30 * DAY) is None


def test_nobody_is_stuck_before_something_opens_and_then_from_its_opening_on():
    later, open_since = plan(2, opens=NOW + DAY), plan(2, opens=NOW - 8 * DAY)
    assert stuck([plan(), later], [2, 0], NOW - 30 * DAY) is None
    assert stuck([plan(), open_since], [2, 0], NOW - 30 * DAY) == NOW - 8 * DAY
    assert stuck([plan(), plan(2, opens=NOW - 2 * DAY)], [2, 0], NOW - 30 * DAY) is None
    assert stuck([plan(), open_since], [1, 0], NOW - 30 * DAY) == NOW - 30 * DAY  # the first module was open all the time


def test_a_row_adds_up_its_squares():
    held = row(squares=(square(plan(size=3), 1, True, 0, NOW), square(plan(size=4), 4, True, 0, NOW)))
    assert (held.done, held.total, held.percent) == (5, 7, 71)
    assert row().percent == 0
    assert row().standing == Standing.NONE
    assert row(seen_at=NOW).standing == Standing.BEGUN
    assert row(completed_at=NOW).standing == Standing.COMPLETED


@given(
    done=st.integers(0, 9),
    size=st.integers(0, 6),
    begun=st.booleans(),
    opens=st.none() | st.integers(-20, 20),
    due=st.none() | st.integers(-20, 20),
    extra=st.integers(0, 30),
)
def test_more_time_never_makes_late_and_more_done_never_less(done, size, begun, opens, due, extra):
    moments = {"opens": NOW + opens * DAY if opens is not None else None, "due": NOW + due * DAY if due is not None else None}
    asked = plan(size=size, is_asked=size > 0, **moments)
    held = square(asked, done, begun, extra, NOW)
    assert 0 <= held.done <= held.total == size
    if held.state != Cell.LATE:
        assert square(asked, done, begun, extra + 1, NOW).state != Cell.LATE
    if held.state == Cell.DONE:
        assert square(asked, done + 1, begun, 0, NOW).state == Cell.DONE
