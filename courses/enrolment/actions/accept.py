"""An invitation is accepted."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from accounts.queries import has_proven
from courses.editions.actions.locking import locked
from courses.enrolment.actions.places import row_of, settle
from courses.enrolment.choices import Answer, Refusal, State
from courses.enrolment.models import Enrolment, Invitation
from courses.enrolment.refusals import Refused
from courses.enrolment.standing import barred


@transaction.atomic
def accept_invitation(*, invitation: Invitation, person: User, now: datetime) -> Enrolment:
    """Let the person in whose proven address was invited; the same again changes nothing. Raises Refused for anybody else, for an
    invitation that was taken back, where staff refused her or ended her part since it was sent, and where the edition is over.
    """
    if person.email != invitation.email:
        raise Refused(Refusal.OTHERS)
    if not has_proven(person, invitation.email):
        raise Refused(Refusal.UNPROVEN)
    held = locked(edition=invitation.edition)
    invitation.refresh_from_db(fields=["answer", "sent_at"])
    invitation.edition = held
    row, stood = row_of(edition=held, person=person, now=now)
    if stood in (State.ACTIVE, State.WAITING):
        return row if invitation.answer == Answer.ACCEPTED else _noted(invitation, row, now)
    if why_not := barred(invitation, row, now):
        raise Refused(why_not, row.reason)
    return answer(invitation=invitation, row=row, now=now)


def answer(*, invitation: Invitation, row: Enrolment, now: datetime) -> Enrolment:
    """Give an invited person her place, or her turn; the edition is held by the caller."""
    settle(row=row, now=now)
    return _noted(invitation, row, now)


def _noted(invitation: Invitation, row: Enrolment, now: datetime) -> Enrolment:
    invitation.answer, invitation.answered_at, invitation.enrolment = Answer.ACCEPTED, now, row
    invitation.save(update_fields=["answer", "answered_at", "enrolment"])
    return row
