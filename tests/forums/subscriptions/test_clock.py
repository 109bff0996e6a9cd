"""When a mail is due."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from forums.subscriptions.choices import Rhythm
from forums.subscriptions.clock import due_at

UTC_ZONE = ZoneInfo("UTC")


def at(day, hour, minute=0, month=11, year=2026):
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def test_at_once_is_now_and_never_is_not_at_all():
    assert due_at(Rhythm.AT_ONCE, at(21, 12), UTC_ZONE) == at(21, 12)
    assert due_at(Rhythm.NEVER, at(21, 12), UTC_ZONE) is None


@pytest.mark.parametrize(
    ("moment", "zone", "due"),
    [
        (at(21, 6, 59), "UTC", at(21, 7)),
        (at(21, 7), "UTC", at(22, 7)),
        (at(21, 7, 1), "UTC", at(22, 7)),
        (at(30, 23), "UTC", at(1, 7, month=12)),
        (at(21, 4, 59), "Africa/Maputo", at(21, 5)),
        (at(21, 5), "Africa/Maputo", at(22, 5)),
        (at(21, 23), "Asia/Dili", at(22, 22)),
        (at(21, 11, 59), "America/Lima", at(21, 12)),
    ],
)
def test_daily_is_the_next_seven_oclock_of_the_reader(moment, zone, due):
    assert due_at(Rhythm.DAILY, moment, ZoneInfo(zone)) == due


@pytest.mark.parametrize(
    ("moment", "zone", "due"),
    [
        (at(21, 12), "UTC", at(23, 7)),  # a Saturday
        (at(23, 6, 59), "UTC", at(23, 7)),  # a Monday
        (at(23, 7), "UTC", at(30, 7)),
        (at(24, 0), "UTC", at(30, 7)),
        (at(23, 4), "Africa/Maputo", at(23, 5)),
        (at(22, 23), "Asia/Dili", at(29, 22)),  # Monday there, and past seven
    ],
)
def test_weekly_is_the_next_monday_at_seven_of_the_reader(moment, zone, due):
    assert due_at(Rhythm.WEEKLY, moment, ZoneInfo(zone)) == due


@pytest.mark.parametrize(("day", "due"), [(28, at(29, 5, month=3)), (27, at(28, 6, month=3))])
def test_seven_stays_seven_when_the_clocks_change(day, due):
    """Lisbon goes on summer time on 29 March 2026."""
    assert due_at(Rhythm.DAILY, at(day, 12, month=3), ZoneInfo("Europe/Brussels")) == due
