"""Staff, or a rule of the house, put somebody in."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from courses.editions.actions import note_act
from courses.editions.actions.locking import locked
from courses.editions.models import Edition
from courses.enrolment.actions.places import row_of, settle
from courses.enrolment.choices import OUT, State
from courses.enrolment.models import Enrolment
from courses.enrolment.refusals import Refused
from courses.enrolment.standing import shut


@transaction.atomic
def enrol(*, person: User, edition: Edition, by: User | None = None, now: datetime) -> Enrolment:
    """Let a person in whatever the policy; into the waiting list where the edition is full. She is told. Safe to call twice.

    Raises Refused where the edition is not announced, closed or over.
    """
    held = locked(edition=edition)
    row, stood = row_of(edition=held, person=person, now=now)
    if stood in (State.ACTIVE, State.WAITING):
        return row
    if why_not := shut(held, now):
        raise Refused(why_not)
    note_act(edition=held, by=by, verb="enrolment.readmit" if stood in OUT else "enrolment.enrol", about=person, now=now)
    return settle(row=row, now=now)
