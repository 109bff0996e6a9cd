"""When an attempt ends. What arrives within GRACE after the limit still counts: a line may have been lost in the last minute."""

from datetime import datetime, timedelta
from math import ceil

GRACE = timedelta(minutes=2)


def limit_at(started_at: datetime, minutes: int | None, more_percent: int = 0) -> datetime | None:
    """Return when the time of an attempt is over: whole minutes, rounded up. None: no limit."""
    return None if minutes is None else started_at + timedelta(minutes=ceil(minutes * (100 + more_percent) / 100))


def is_over(ends_at: datetime | None, now: datetime) -> bool:
    """Return whether nothing that arrives now counts any more."""
    return ends_at is not None and now > ends_at + GRACE
