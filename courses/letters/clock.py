"""When a mail is due, in the reader's own zone. Pure."""

from datetime import date, datetime, timedelta, tzinfo

from courses.letters.choices import AHEAD, HOUR, LATE_START, LATE_WEEK, MONDAY

MINUTE = timedelta(minutes=1)


def is_start(first_day: date, begins_at: datetime, tz: tzinfo, now: datetime) -> bool:
    """Return whether the mail of the first day is due: from 7 o'clock of that day with her, never before the course begins."""
    due = max(datetime.combine(first_day, HOUR, tz), begins_at)
    return due <= now < due + LATE_START


def week_of(tz: tzinfo, now: datetime) -> str | None:
    """Return the week (2027-W05) whose mail is due: from Monday at 7 with her, for a day; None at any other time."""
    monday = monday_of(tz, now)
    due = datetime.combine(monday, HOUR, tz)
    year, week, _day = monday.isocalendar()
    return f"{year}-W{week:02}" if due <= now < due + LATE_WEEK else None


def monday_of(tz: tzinfo, now: datetime) -> date:
    """Return the Monday of the week that it is with her."""
    here = now.astimezone(tz)
    return here.date() - timedelta(days=(here.weekday() - MONDAY) % 7)


def is_soon(due_at: datetime, tz: tzinfo, now: datetime) -> bool:
    """Return whether a deadline is told of: from 7 o'clock two days before its last day with her, until it passes."""
    return datetime.combine(last_day(due_at, tz) - AHEAD, HOUR, tz) <= now < due_at


def last_day(due_at: datetime, tz: tzinfo) -> date:
    """Return the last day before a deadline, as the reader counts it: one at midnight belongs to the day before."""
    return (due_at - MINUTE).astimezone(tz).date()
