"""An address is invited; an invitation is taken back."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from courses.editions.actions import note_act
from courses.editions.actions.locking import locked
from courses.editions.models import Edition
from courses.enrolment.actions.letters import tell_invited
from courses.enrolment.choices import Answer
from courses.enrolment.models import Invitation
from courses.enrolment.refusals import Refused
from courses.enrolment.standing import shut


@transaction.atomic
def invite(
    *,
    edition: Edition,
    email: str,
    by: User | None,
    name: str = "",
    language: str = "pt",
    country: str = "",
    institution: str = "",
    is_again: bool = False,
    now: datetime,
) -> Invitation:
    """Invite an address and mail it the link that lets its owner in. An address that was invited already gets no second mail, unless
    `is_again` asks for a new link or the invitation was taken back. Raises Refused where the edition is not announced, closed or over.
    """
    held = locked(edition=edition)
    if why_not := shut(held, now):
        raise Refused(why_not)
    said = {"name": name, "language": language, "country": country.upper(), "institution": institution, "by": by, "sent_at": now}
    row, is_new = Invitation.objects.get_or_create(edition=held, email=email.strip().lower(), defaults=said)
    if row.answer == Answer.ACCEPTED or not (is_new or is_again or row.answer == Answer.TAKEN_BACK):
        return row
    if not is_new:
        row.answer, row.sent_at, row.answered_at = Answer.SENT, now, None
        row.save(update_fields=["answer", "sent_at", "answered_at"])
    row.edition = edition
    note_act(edition=held, by=by, verb="enrolment.invite", data={"invitation": str(row.uid)}, now=now)
    tell_invited(invitation=row, now=now)
    return row


@transaction.atomic
def take_back(*, invitation: Invitation, by: User | None, now: datetime) -> bool:
    """Let an invitation that nobody accepted hold no longer; False where there is nothing to take back."""
    held = locked(edition=invitation.edition)
    waiting = Invitation.objects.filter(pk=invitation.pk, answer=Answer.SENT)
    if not waiting.update(answer=Answer.TAKEN_BACK, answered_at=now):
        return False
    note_act(edition=held, by=by, verb="enrolment.take_back", data={"invitation": str(invitation.uid)}, now=now)
    return True
