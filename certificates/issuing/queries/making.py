"""Which awards are to be made now, and which workers must have died."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q

from certificates.credentials.choices import Stage
from certificates.credentials.models import Award, AwardQuerySet


def _is_stuck(now: datetime) -> Q:
    return Q(state=Stage.MAKING, claimed_at__lt=now - timedelta(seconds=2 * settings.Q_CLUSTER["timeout"]))


def claimable(now: datetime) -> AwardQuerySet:
    """Return the awards that a job may take: those due, and those that a worker took and died with."""
    return Award.objects.filter(Q(state=Stage.DUE) | _is_stuck(now))


def stuck(now: datetime) -> AwardQuerySet:
    """Return the awards whose worker must be dead: no job may take twice its time."""
    return Award.objects.filter(_is_stuck(now))


def to_queue(now: datetime) -> AwardQuerySet:
    """Return the awards that should have a job in the queue now."""
    return claimable(now).filter(next_attempt_at__lte=now)
