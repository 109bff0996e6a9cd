"""Hours of the reader's own day, wherever she lives."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from courses.letters.clock import is_soon, is_start, last_day, week_of

DILI, MAPUTO, SAO_PAULO = (ZoneInfo(name) for name in ("Asia/Dili", "Africa/Maputo", "America/Sao_Paulo"))


def utc(*parts):
    return datetime(*parts, tzinfo=UTC)


def test_a_start_waits_for_her_morning_and_for_the_course():
    begins = datetime(2027, 1, 25, tzinfo=MAPUTO)
    day = date(2027, 1, 25)
    assert not is_start(day, begins, MAPUTO, utc(2027, 1, 25, 4, 59))
    assert is_start(day, begins, MAPUTO, utc(2027, 1, 25, 5, 0))
    assert not is_start(day, begins, DILI, utc(2027, 1, 24, 21, 59))  # 6:59 in Dili, and the course has not begun
    assert is_start(day, begins, DILI, utc(2027, 1, 24, 22, 0))
    assert not is_start(day, begins, SAO_PAULO, utc(2027, 1, 25, 9, 59))
    assert is_start(day, begins, SAO_PAULO, utc(2027, 1, 25, 10, 0))
    assert not is_start(day, begins, MAPUTO, utc(2027, 1, 28, 5, 0))


@pytest.mark.parametrize(
    ("zone", "first"),
    [(DILI, utc(2027, 1, 31, 22)), (MAPUTO, utc(2027, 2, 1, 5)), (SAO_PAULO, utc(2027, 2, 1, 10))],
)
def test_a_week_begins_on_monday_morning_and_is_told_for_a_day(zone, first):
    assert week_of(zone, first - timedelta(seconds=1)) is None
    assert week_of(zone, first) == "2027-W05"
    assert week_of(zone, first + timedelta(hours=23, minutes=59)) == "2027-W05"
    assert week_of(zone, first + timedelta(days=1)) is None


def test_the_week_over_new_year_has_one_name():
    assert week_of(ZoneInfo("UTC"), utc(2027, 1, 4, 8)) == "2027-W01"
    assert week_of(ZoneInfo("UTC"), utc(2026, 12, 28, 8)) == "2026-W53"


def test_a_deadline_is_told_of_two_days_before_its_last_day_with_her():
    due_at = datetime(2027, 2, 8, tzinfo=MAPUTO)  # the end of the 7th; in Dili it is 7 o'clock of the 8th
    assert [last_day(due_at, zone) for zone in (DILI, MAPUTO, SAO_PAULO)] == [date(2027, 2, 8), date(2027, 2, 7), date(2027, 2, 7)]
    assert not is_soon(due_at, MAPUTO, utc(2027, 2, 5, 4, 59))
    assert is_soon(due_at, MAPUTO, utc(2027, 2, 5, 5, 0))
    assert not is_soon(due_at, DILI, utc(2027, 2, 5, 21, 59))
    assert is_soon(due_at, DILI, utc(2027, 2, 5, 22, 0))
    assert is_soon(due_at, SAO_PAULO, utc(2027, 2, 5, 10, 0))
    assert not is_soon(due_at, MAPUTO, due_at)
