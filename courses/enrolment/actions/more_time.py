"""More time for one person."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from courses.editions.actions import note_act
from courses.editions.actions.locking import open_to_change
from courses.enrolment.actions.letters import tell
from courses.enrolment.models import Enrolment
from courses.enrolment.queries import forget_enrolments

MOST_DAYS = 365


@transaction.atomic
def give_days(*, enrolment: Enrolment, days: int, by: User | None, reason: str, now: datetime) -> bool:
    """Let this person have `days` more days in all (not on top of earlier ones) for each deadline and the end; she is told.

    Returns whether that was another number. Raises ValueError for a number out of bounds (0 to 365), without a reason, for somebody who
    does not take part, and where the edition is closed.
    """
    if not 0 <= days <= MOST_DAYS or not reason.strip():
        raise ValueError("more time is 0 to 365 days, with a reason")
    held = open_to_change(edition=enrolment.edition)
    row = Enrolment.objects.select_related("person").get(pk=enrolment.pk)
    if not row.is_active:
        raise ValueError("only who takes part gets more time")
    if row.extra_days == days:
        return False
    data = {"extra_days": [row.extra_days, days]}
    row.edition, row.extra_days = held, days
    row.save(update_fields=["extra_days"])
    enrolment.extra_days = days
    forget_enrolments(enrolment.person)
    note_act(edition=held, by=by, verb="enrolment.give_days", about=row.person, reason=reason.strip(), data=data, now=now)
    tell(enrolment=row, what="more_days", reason=reason.strip(), now=now)
    return True
