"""Who has a place. All of this holds the row of the edition, so that two who come at once never share the last place."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from courses.editions.actions.locking import locked
from courses.editions.models import Edition
from courses.enrolment.actions.letters import tell
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment
from courses.enrolment.queries import forget_enrolments
from courses.enrolment.signals import enrolled
from courses.enrolment.standing import shut


def row_of(*, edition: Edition, person: User, now: datetime) -> tuple[Enrolment, State | None]:
    """Return this person's row in an edition that is held, and where it stood; a new one, not saved, stood nowhere."""
    row = Enrolment.objects.filter(edition=edition, person=person).first()
    if row is None:
        return Enrolment(edition=edition, person=person, asked_at=now), None
    row.edition, row.person = edition, person
    return row, State(row.state)


def settle(*, row: Enrolment, is_told: bool = True, now: datetime) -> Enrolment:
    """Give her the free place, or a turn in the waiting list, and tell her. The edition is held by the caller."""
    edition, state = row.edition, row.state
    is_free = _free(edition) > 0 and not edition.enrolments.filter(state=State.WAITING).exclude(pk=row.pk).exists()
    if state != State.WAITING:
        row.asked_at = now if state in ("", State.WITHDRAWN, State.REFUSED) else row.asked_at
    row.reason, row.ended_at = "", None
    row.state = State.ACTIVE if is_free else State.WAITING
    if is_free:
        _let_in(row, now)
    else:
        row.save()
    if is_told:
        tell(enrolment=row, what="enrolled" if is_free else "waiting", now=now)
    return row


@transaction.atomic
def move_up(*, edition: Edition, now: datetime) -> list[Enrolment]:
    """Give free places to the first in the waiting list and tell them; return who came in. Nothing in an edition that is over."""
    held = locked(edition=edition)
    if shut(held, now):
        return []
    waiting = Enrolment.objects.filter(edition=held, state=State.WAITING).select_related("person").order_by("asked_at", "pk")
    free = _free(held)
    moved = list(waiting[:free] if free < EVERYBODY else waiting)
    for row in moved:
        row.edition, row.state = held, State.ACTIVE
        _let_in(row, now)
        tell(enrolment=row, what="moved_up", now=now)
    return moved


EVERYBODY = 1_000_000_000


def _free(edition: Edition) -> int:
    if edition.places is None:
        return EVERYBODY
    return max(edition.places - Enrolment.objects.holding_a_place().filter(edition=edition).count(), 0)


def _let_in(row: Enrolment, now: datetime) -> None:
    row.since = now
    row.save()
    forget_enrolments(row.person)
    enrolled.send(sender=Enrolment, enrolment=row, now=now)
