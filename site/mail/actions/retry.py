"""Mails that are due, or that a killed worker left, get a job again."""

from datetime import datetime, timedelta

from django.db import transaction

from jobs.actions import enqueue

from ..choices import LATE_AFTER, MOST_TRIES, State
from ..models import Message


def requeue_due(*, now: datetime) -> int:
    """Queue a job for every mail that should have one, and fail those that used up their tries. Returns how many were queued."""
    _fail_spent(now)
    due = Message.objects.due(now)
    return sum(_requeue(pk, now) for pk in due.order_by("next_attempt_at").values_list("pk", flat=True)[:500])


def try_again(*, uid: str, now: datetime) -> bool:
    """Queue a failed mail at once, its tries counted afresh. Returns False when it has not failed, or its texts are gone."""
    with transaction.atomic():
        failed = Message.objects.failed().filter(uid=uid, cleared_at__isnull=True)
        late = now + timedelta(seconds=LATE_AFTER)
        if not failed.update(state=State.WAITING, attempts=0, next_attempt_at=late, claimed_at=None):
            return False
        enqueue(path="mail.tasks.deliver", args=[Message.objects.only("pk").get(uid=uid).pk])
    return True


@transaction.atomic
def _requeue(pk: int, now: datetime) -> bool:
    """Queue one mail, unless another sweep was faster; the next sweep leaves it alone until the job is late."""
    if not Message.objects.due(now).filter(pk=pk).update(next_attempt_at=now + timedelta(seconds=LATE_AFTER)):
        return False
    enqueue(path="mail.tasks.deliver", args=[pk])
    return True


def _fail_spent(now: datetime) -> None:
    spent = Message.objects.stuck(now).filter(attempts__gte=MOST_TRIES)
    spent.update(state=State.FAILED, next_attempt_at=None, reason="Its worker died while sending it; it may have gone out.")
