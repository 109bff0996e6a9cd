"""Questions about the queue: how old, how long, what failed, and whether a worker works."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Min, QuerySet
from django_q.models import OrmQ

from .models import Job


def oldest_ready_age(*, now: datetime) -> float:
    """Return for how many seconds the oldest job has been ready and unclaimed; 0 when none is."""
    oldest = OrmQ.objects.filter(lock__lte=now).aggregate(oldest=Min("lock"))["oldest"]
    return (now - oldest).total_seconds() if oldest else 0.0


def waiting_count() -> int:
    """Return how many jobs are in the queue, claimed by a worker or not."""
    return OrmQ.objects.count()


def failed_count() -> int:
    """Return how many jobs have failed and wait for a person."""
    return Job.objects.failed().count()


def not_done() -> QuerySet[Job]:
    """Return the jobs that were begun and are not done, those that need a person first."""
    return Job.objects.order_by("state", "-begun_at")


def queued() -> QuerySet[OrmQ]:
    """Return what is in the queue, oldest first."""
    return OrmQ.objects.order_by("id")


@dataclass(frozen=True)
class Outlook:
    """What a watchdog sees of its group: jobs that nobody has begun, and whether its workers are at one."""

    unbegun: int
    is_busy: bool


def outlook(*, runner: str, since: datetime, now: datetime) -> Outlook:
    """Look at the queue for the group `runner`, which began at `since`.

    Unbegun: rows ready, plus rows claimed since then, less the jobs begun since then (each of those has one row).
    Rows claimed before belong to a group that is gone, or to another machine; they come back by themselves.
    """
    retry, timeout = (timedelta(seconds=settings.Q_CLUSTER[key]) for key in ("retry", "timeout"))
    ready = OrmQ.objects.filter(lock__lte=now).count()
    claimed = OrmQ.objects.filter(lock__gt=max(now, since + retry)).count()
    running = Job.objects.running()
    begun = running.filter(begun_at__gte=max(since, now - 2 * retry)).count()
    is_busy = running.filter(runner=runner, begun_at__gte=max(since, now - timeout - timedelta(seconds=5))).exists()
    return Outlook(unbegun=max(ready + claimed - begun, 0), is_busy=is_busy)
