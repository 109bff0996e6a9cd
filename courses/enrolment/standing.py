"""What an edition's dates and policy say to one who asks: no question to the database."""

from datetime import datetime
from hmac import compare_digest

from courses.editions.choices import Stage
from courses.editions.models import Edition
from courses.enrolment.choices import Refusal


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


def fits(edition: Edition, code: str) -> bool:
    """Return whether this is the edition's code: spaces around it and case are forgiven."""
    given, right = (word.strip().casefold().encode() for word in (code, edition.code))
    return bool(right) and compare_digest(given, right)
