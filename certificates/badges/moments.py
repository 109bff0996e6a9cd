"""Moments as badges write them: XML Schema's dateTime in UTC, whole seconds."""

from datetime import UTC, date, datetime, time


def moment(at: datetime) -> str:
    """Return a moment; parts of a second are left away."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def midnight(day: str) -> str:
    """Return the beginning of a day given as YYYY-MM-DD."""
    return moment(datetime.combine(date.fromisoformat(day), time(), UTC))
