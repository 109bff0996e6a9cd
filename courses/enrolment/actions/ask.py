"""Somebody asks to take part."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from accounts.queries import has_proven
from courses.editions.actions.locking import locked
from courses.editions.choices import Policy
from courses.editions.models import Edition
from courses.enrolment.actions.accept import answer
from courses.enrolment.actions.places import row_of, settle
from courses.enrolment.choices import Answer, Refusal, State
from courses.enrolment.models import Enrolment, Invitation
from courses.enrolment.refusals import Refused
from courses.enrolment.standing import fits, kept_out, late, shut

STANDS = (State.ACTIVE, State.ASKED, State.WAITING)


@transaction.atomic
def ask_in(*, person: User, edition: Edition, code: str = "", now: datetime) -> Enrolment:
    """Let a person in as the edition's policy has it: at once, after approval, with the code; into the waiting list where it is full.

    Who is in, has asked or waits stays where she is. Who left by herself may come again. An open invitation to her proven address lets her
    in whatever the policy. Raises Refused, whose sentence tells her why.
    """
    held = locked(edition=edition)
    row, stood = row_of(edition=held, person=person, now=now)
    if stood in STANDS:
        return row
    if why_not := kept_out(row):
        raise Refused(why_not, row.reason)
    invitation = _invitation_to(person, held)
    if why_not := (shut if invitation else late)(held, now):
        raise Refused(why_not)
    if invitation:
        return answer(invitation=invitation, row=row, now=now)
    if held.policy == Policy.INVITATION:
        raise Refused(Refusal.INVITED_ONLY)
    if held.policy == Policy.CODE and not fits(held, code):
        raise Refused(Refusal.WRONG_CODE)
    if held.policy == Policy.APPROVAL:
        row.state, row.asked_at, row.ended_at = State.ASKED, now, None
        row.save()
        return row
    return settle(row=row, now=now)


def _invitation_to(person: User, edition: Edition) -> Invitation | None:
    found = Invitation.objects.filter(edition=edition, email=person.email, answer=Answer.SENT).first()
    return found if found and has_proven(person, found.email) else None
