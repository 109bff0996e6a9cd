"""Background work of this room; thin: each job can be done twice, and tolerates what has gone."""

from datetime import datetime

from django.utils import timezone
from django_tasks import task

from accounts.models import User
from certificates.issuing import actions
from courses.editions.queries import edition_or_none


@task()
def make_certificate(award_id: int) -> None:
    """Make one certificate, where it is due."""
    actions.make(award_id=award_id, now=timezone.now())


@task()
def queue_due() -> None:
    """Queue the certificates that are due now."""
    actions.queue_due(now=timezone.now())


@task()
def issue_rest(edition_uid: str, by_id: int | None = None) -> None:
    """Award and issue what nobody awarded yet to those who completed."""
    edition = edition_or_none(edition_uid)
    by = User.objects.filter(pk=by_id).first() if by_id else None
    if edition:
        actions.issue_rest(edition=edition, by=by, now=timezone.now())


@task()
def refuse_rest(edition_uid: str, by_id: int | None, reason: str, until: str) -> None:
    """Refuse what was open at that time."""
    edition = edition_or_none(edition_uid)
    by = User.objects.filter(pk=by_id).first() if by_id else None
    if edition:
        actions.refuse_rest(edition=edition, by=by, reason=reason, until=datetime.fromisoformat(until), now=timezone.now())
