"""What an edition's dates and policy say to one who asks: no question to the database."""

from datetime import datetime
from hmac import compare_digest

from courses.editions.choices import Stage
from courses.editions.models import Edition
from courses.enrolment.choices import Answer, Refusal, State
from courses.enrolment.models import Enrolment, Invitation


def shut(edition: Edition, now: datetime) -> Refusal | None:
    """Return why nobody at all comes in now, not even an invited person; None while one may."""
    if edition.stage == Stage.DRAFT:
        return Refusal.DRAFT
    if edition.is_closed:
        return Refusal.CLOSED
    ends_at = edition.ends_at
    return Refusal.OVER if ends_at and ends_at <= now else None


def late(edition: Edition, now: datetime) -> Refusal | None:
    """Return why nobody comes in by herself any more; None while one may. The last day to enrol counts whole, in the edition's zone."""
    until = edition.day_ends(edition.enrol_until)
    return shut(edition, now) or (Refusal.LATE if until and until <= now else None)


def kept_out(row: Enrolment) -> Refusal | None:
    """Return why she cannot come in by herself any more, as staff decided; None for anybody else, also for who left by herself."""
    if row.state == State.REFUSED:
        return Refusal.REFUSED
    return Refusal.SENT_AWAY if row.state == State.WITHDRAWN and row.reason else None


def barred(invitation: Invitation, row: Enrolment | None, now: datetime) -> Refusal | None:
    """Return why an invitation does not let its person in, who stands at `row` (None: nowhere); None where it does, or she is in.

    One that was sent before staff refused her or ended her part is outdone by that; one that was sent since then holds.
    """
    if row is not None and row.state in (State.ACTIVE, State.WAITING):
        return None
    if invitation.answer != Answer.SENT:
        return Refusal.TAKEN_BACK if invitation.answer == Answer.TAKEN_BACK else Refusal.SENT_AWAY
    is_older = row is not None and (row.ended_at is None or invitation.sent_at <= row.ended_at)
    return (kept_out(row) if row is not None and is_older else None) or shut(invitation.edition, now)


def fits(edition: Edition, code: str) -> bool:
    """Return whether this is the edition's code: spaces around it and case are forgiven."""
    given, right = (word.strip().casefold().encode() for word in (code, edition.code))
    return bool(right) and compare_digest(given, right)
