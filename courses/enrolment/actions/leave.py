"""Somebody leaves, by herself or by decision of staff."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from courses.editions.actions import note_act
from courses.editions.actions.locking import locked
from courses.enrolment.actions.letters import tell
from courses.enrolment.actions.places import move_up, row_of
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment
from courses.enrolment.queries import forget_enrolments
from courses.enrolment.signals import left


@transaction.atomic
def withdraw(*, enrolment: Enrolment, by: User | None, reason: str = "", now: datetime) -> Enrolment:
    """End somebody's part, her request or her turn in the waiting list; the first who waits moves up. What she did is kept.

    By herself without a reason; anybody else gives one, is written down, and she is told. Who is out already stays as she is. Raises
    ValueError where a reason is missing, or where the edition is closed: who took part in it took part.
    """
    is_own = by is not None and by.pk == enrolment.person_id
    if not is_own and not reason.strip():
        raise ValueError("staff give a reason")
    held = locked(edition=enrolment.edition)
    row, stood = row_of(edition=held, person=enrolment.person, now=now)
    if stood not in (State.ACTIVE, State.ASKED, State.WAITING):
        return row
    if held.is_closed:
        raise ValueError("a closed edition does not change")
    row.state, row.reason, row.ended_at = State.WITHDRAWN, "" if is_own else reason.strip(), now
    row.save()
    forget_enrolments(row.person)
    if not is_own:
        note_act(edition=held, by=by, verb="enrolment.withdraw", about=row.person, reason=row.reason, now=now)
        tell(enrolment=row, what="withdrawn", reason=row.reason, now=now)
    if stood == State.ACTIVE:
        left.send(sender=Enrolment, enrolment=row, now=now)
        move_up(edition=held, now=now)
    return row
