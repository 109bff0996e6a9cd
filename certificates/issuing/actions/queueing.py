"""The sweep: awards that are due or whose worker died get a job again; those that used up their tries have failed."""

from datetime import datetime

from django.db import transaction

from certificates.credentials.choices import Stage
from certificates.issuing.choices import AT_ONCE, LATE_AFTER, MAKE, MOST_TRIES, QUEUE
from certificates.issuing.queries.making import stuck, to_queue
from jobs.actions import enqueue


def queue_due(*, now: datetime) -> int:
    """Queue a job for every award that should have one, some hundreds at once, then another job for the others. Returns how many."""
    fail_spent(now=now)
    due = list(to_queue(now).filter(attempts__lt=MOST_TRIES).order_by("next_attempt_at").values_list("pk", flat=True)[: AT_ONCE + 1])
    queued = sum(_queue(pk, now) for pk in due[:AT_ONCE])
    if len(due) > AT_ONCE:
        enqueue(path=QUEUE)
    return queued


def fail_spent(*, now: datetime) -> int:
    """Give up the awards whose workers died each time. Returns how many."""
    spent = stuck(now).filter(attempts__gte=MOST_TRIES)
    reason = f"Its worker died {MOST_TRIES} times while at it."
    return spent.update(state=Stage.FAILED, reason=reason, claimed_at=None, next_attempt_at=None)


@transaction.atomic
def _queue(pk: int, now: datetime) -> bool:
    """Queue one award, unless another sweep was faster; the next one leaves it alone until its job is late."""
    if not to_queue(now).filter(pk=pk).update(next_attempt_at=now + LATE_AFTER):
        return False
    enqueue(path=MAKE, args=[pk])
    return True
