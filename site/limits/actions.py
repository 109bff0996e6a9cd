"""Counting and slowing down, exact when several processes count at once.

Call these outside a transaction: a count that is rolled back with the caller's work was never counted.
"""

from datetime import datetime, timedelta
from math import ceil

from django.db import connection, transaction

from .choices import Verdict
from .models import Counter
from .queries import delay_after, hidden_key, range_of

# One statement, so that two processes never read the same count. Understood by SQLite (3.35) and PostgreSQL alike.
COUNT = """
INSERT INTO limits_counter (name, key, count, ends_at) VALUES (%s, %s, 1, %s)
ON CONFLICT (name, key) DO UPDATE SET
  count = CASE WHEN limits_counter.ends_at <= %s THEN 1 ELSE limits_counter.count + 1 END,
  ends_at = CASE WHEN limits_counter.ends_at <= %s THEN excluded.ends_at ELSE limits_counter.ends_at END
RETURNING count, id
"""


def hit(*, name: str, key: str, limit: int, seconds: int, now: datetime) -> Verdict:
    """Count one try and say whether it is within `limit` tries in `seconds`; the window begins with the first try."""
    ends_at = connection.ops.adapt_datetimefield_value(now + timedelta(seconds=seconds))
    at = connection.ops.adapt_datetimefield_value(now)
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [name, hidden_key(name, key), ends_at, at, at])
        count, id = cursor.fetchall()[0]
    if count <= limit:
        return Verdict(allowed=True, retry_after=0, count=count)
    row = Counter.objects.filter(pk=id).first()
    left = (row.ends_at - now).total_seconds() if row else 0
    return Verdict(allowed=False, retry_after=max(ceil(left), 1), count=count)


def hit_person(*, name: str, account: str, address: str, limit: int, range_limit: int, seconds: int, now: datetime) -> Verdict:
    """Count one try for an account, and for the network that it comes from, where a whole ministry may share one address.

    Returns the first refusal; a try refused for its account is not counted against its neighbours.
    """
    own = hit(name=name, key=f"account {account.strip().casefold()}", limit=limit, seconds=seconds, now=now)
    if not own.allowed:
        return own
    shared = hit(name=name, key=f"range {range_of(address)}", limit=range_limit, seconds=seconds, now=now)
    return own if shared.allowed else shared


def pause(*, name: str, key: str, now: datetime, forget_after: int = 24 * 60 * 60) -> Verdict:
    """Let one try pass unless the pause after the last one is still running; pauses grow and nobody is locked out for good.

    A try that is refused is not counted and does not lengthen the pause. `forget_after`: seconds of quiet after which counting begins anew.
    """
    hidden, ends_at = hidden_key(name, key), now + timedelta(seconds=forget_after)
    with transaction.atomic():
        Counter.objects.bulk_create([Counter(name=name, key=hidden, count=0, ends_at=ends_at)], ignore_conflicts=True)
        row = Counter.objects.select_for_update().get(name=name, key=hidden)
        if row.ends_at <= now:
            row.count, row.free_at = 0, None
        if row.free_at and row.free_at > now:
            return Verdict(allowed=False, retry_after=ceil((row.free_at - now).total_seconds()), count=row.count)
        row.count, row.ends_at = row.count + 1, ends_at
        row.free_at = now + timedelta(seconds=delay_after(row.count))
        row.save(update_fields=["count", "free_at", "ends_at"])
    return Verdict(allowed=True, retry_after=0, count=row.count)


def forget(*, name: str, key: str) -> None:
    """Begin anew: the right code came. Safe to call twice."""
    Counter.objects.filter(name=name, key=hidden_key(name, key)).delete()


def sweep_ended(*, now: datetime) -> int:
    """Remove the counts whose window has ended. Returns how many."""
    return Counter.objects.filter(ends_at__lte=now).delete()[0]
