"""Staff approve and refuse those who asked."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from courses.editions.actions import note_act
from courses.editions.actions.locking import locked
from courses.enrolment.actions.letters import tell
from courses.enrolment.actions.places import row_of, settle
from courses.enrolment.choices import OUT, State
from courses.enrolment.models import Enrolment
from courses.enrolment.refusals import Refused
from courses.enrolment.standing import shut


@transaction.atomic
def approve(*, enrolment: Enrolment, by: User | None, now: datetime) -> Enrolment:
    """Let one in who asked, or take in again who left or was refused; into the waiting list where the edition is full. She is told.

    The log keeps which of these it was. Anybody else stays as she is. Raises Refused where the edition is over.
    """
    held = locked(edition=enrolment.edition)
    row, stood = row_of(edition=held, person=enrolment.person, now=now)
    if stood not in (State.ASKED, *OUT):
        return row
    if why_not := shut(held, now):
        raise Refused(why_not)
    verb = "enrolment.approve" if stood == State.ASKED else "enrolment.readmit"
    note_act(edition=held, by=by, verb=verb, about=row.person, now=now)
    return settle(row=row, now=now)


@transaction.atomic
def refuse(*, enrolment: Enrolment, by: User | None, reason: str, now: datetime) -> Enrolment:
    """Refuse one who asked or waits, and tell her why. Anybody else stays as she is. Raises ValueError without a reason."""
    if not reason.strip():
        raise ValueError("a refusal needs a reason")
    held = locked(edition=enrolment.edition)
    row, stood = row_of(edition=held, person=enrolment.person, now=now)
    if stood not in (State.ASKED, State.WAITING):
        return row
    row.state, row.reason, row.ended_at = State.REFUSED, reason.strip(), now
    row.save()
    note_act(edition=held, by=by, verb="enrolment.refuse", about=row.person, reason=row.reason, now=now)
    tell(enrolment=row, what="refused", reason=row.reason, now=now)
    return row
