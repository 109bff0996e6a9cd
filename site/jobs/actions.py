"""What happens to a job: queued, begun, done, failed, tried again."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.module_loading import import_string
from django_q.models import OrmQ
from django_q.tasks import async_task
from wagtail import hooks

from .choices import MOST_TRIES, PAUSES, State
from .models import Job, JobQuerySet

logger = logging.getLogger(__name__)

LONGEST_REASON = 4000


def enqueue(*, path: str, args: Sequence[Any] = (), kwargs: dict[str, Any] | None = None) -> None:
    """Queue the job at a dotted path, in the caller's transaction. For actions: they stand below their own room's `tasks`."""
    import_string(path).enqueue(*args, **(kwargs or {}))


def put_in_queue(*, id: str, path: str, args: list[Any], kwargs: dict[str, Any]) -> None:
    """Write the queue's row, in the caller's transaction: the fact and its job commit together. Takes plain values only."""
    async_task("jobs.backend.run", id, path, args, kwargs, task_name=path[-100:])


@transaction.atomic
def begin(*, id: str, path: str, args: list[Any], kwargs: dict[str, Any], runner: str, now: datetime) -> bool:
    """Count a try of this job before it starts, and say whether it may. A job that outlived its tries is failed instead.

    Called again for the same id when the worker died in between; so a job that kills its worker ends as failed.
    """
    first = {"path": path[:200], "args": args, "kwargs": kwargs, "state": State.RUNNING, "attempts": 1, "runner": runner, "begun_at": now}
    job, is_new = Job.objects.get_or_create(id=id, defaults=first)
    if is_new:
        return True
    again = Job.objects.filter(id=id, attempts__lt=MOST_TRIES)
    if again.update(state=State.RUNNING, attempts=F("attempts") + 1, runner=runner, begun_at=now, next_at=None):
        return True
    if job.state == State.RUNNING:
        reason = f"Its worker died {job.attempts} times while at it."
        Job.objects.filter(id=id).update(state=State.FAILED, reason=reason)
        logger.error("Job failed for good: %s. %s", path, reason)
    return False


def finish(*, id: str) -> None:
    """Let go of a job that is done."""
    Job.objects.filter(id=id).delete()


@transaction.atomic
def fail(*, id: str, reason: str, is_final: bool, now: datetime) -> None:
    """Note why a job did not go through: it waits for its next try, after a growing pause, or has failed."""
    job = Job.objects.select_for_update().filter(id=id).first()
    if job is None:
        return
    job.reason = reason[-LONGEST_REASON:] or "No reason given."
    if is_final or job.attempts >= MOST_TRIES:
        job.state, job.next_at = State.FAILED, None
    else:
        job.state, job.next_at = State.WAITING, now + timedelta(seconds=PAUSES[min(job.attempts, len(PAUSES)) - 1])
    job.save(update_fields=["state", "reason", "next_at"])


def requeue_due(*, now: datetime) -> int:
    """Queue again every job whose pause is over; one transaction each. Returns how many."""
    due = Job.objects.due(now)
    return sum(_requeue(due, pk) for pk in due.values_list("pk", flat=True)[:500])


def try_again(*, id: str) -> bool:
    """Queue a failed or waiting job at once, its tries counted afresh. Returns False when it has gone or is in the queue already."""
    return _requeue(Job.objects.filter(state__in=[State.FAILED, State.WAITING]), id, attempts=0)


def dismiss(*, id: str) -> bool:
    """Let go of a failed job for good. Returns False when there is none."""
    return bool(Job.objects.failed().filter(id=id).delete()[0])


@transaction.atomic
def _requeue(jobs: JobQuerySet, pk: str, **changes: Any) -> bool:
    if not jobs.filter(pk=pk).update(state=State.QUEUED, next_at=None, **changes):
        return False  # another sweep, or a person, was faster
    job = Job.objects.get(pk=pk)
    put_in_queue(id=job.id, path=job.path, args=job.args, kwargs=job.kwargs)
    return True


def fail_lost(*, now: datetime) -> int:
    """Fail the jobs whose worker died and whose row left the queue (a changed SECRET_KEY empties it). Returns how many."""
    long_ago = now - timedelta(seconds=3 * settings.Q_CLUSTER["retry"])
    return Job.objects.running().filter(begun_at__lt=long_ago).update(state=State.FAILED, reason="Its worker died and it left the queue.")


def release_claims(*, now: datetime) -> int:
    """Make every claimed row ready. Only where no cluster runs: what a killed one held needn't wait for `retry`."""
    return OrmQ.objects.filter(lock__gt=now).update(lock=now)


def sweep(*, now: datetime) -> list[str]:
    """Run every sweep of the hook `sweeps`, each kept from the others' errors. Returns the names of those that failed.

    A sweep that fails is shown to staff as a failed job of its name until it goes through.
    """
    found: list[tuple[str, Callable[..., Any]]] = [pair for fn in hooks.get_hooks("sweeps") for pair in fn()]
    failed = []
    for name, act in found:
        try:
            act(now)
        except Exception as error:
            logger.exception("The sweep %s failed", name)
            _note_sweep(name, reason=f"{type(error).__name__}: {error}", now=now)
            failed.append(name)
        else:
            finish(id=f"sweep {name}")
    return failed


def _note_sweep(name: str, *, reason: str, now: datetime) -> None:
    row = {"path": "jobs.tasks.sweep", "state": State.FAILED, "reason": f"{name}: {reason}"[:LONGEST_REASON], "begun_at": now}
    Job.objects.update_or_create(id=f"sweep {name}"[:100], defaults=row)
