"""A unit counts as done because a facilitator says so."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from accounts.models import User
from courses.completion.actions import note_deed
from courses.completion.choices import Deed
from courses.completion.models import Happening
from courses.editions.actions import note_act
from courses.editions.actions.locking import locked
from courses.enrolment.models import Enrolment

MARKS = (Deed.GRANTED, Deed.REVOKED)


@transaction.atomic
def mark_unit(*, enrolment: Enrolment, unit_key: UUID, is_done: bool, by: User, reason: str, now: datetime) -> bool:
    """Count a unit as done for one who takes part, or take such a mark back; in her log and in that of staff.

    Safe to call twice: a mark that stands is not made again. Returns whether anything changed. What she did herself is never taken back.
    Raises ValueError without a reason, for somebody who does not take part, and in a closed edition.
    """
    edition = locked(edition=enrolment.edition)
    held = Enrolment.objects.select_for_update(of=("self",)).select_related("person").get(pk=enrolment.pk)
    held.edition = edition
    if not reason.strip() or not held.is_active or edition.is_closed:
        raise ValueError("marks need a reason, a learner and an open edition")
    marks = Happening.objects.filter(enrolment=held, unit_key=unit_key, deed__in=MARKS)
    last = marks.order_by("-at", "-token").values_list("deed", flat=True).first() or Deed.REVOKED
    deed = Deed.GRANTED if is_done else Deed.REVOKED
    if last == deed:
        return False
    note_deed(enrolment=held, unit_key=unit_key, deed=deed, by=by, reason=reason.strip(), now=now)
    verb, data = f"facilitation.{'grant' if is_done else 'revoke'}", {"unit": str(unit_key)}
    note_act(edition=edition, by=by, about=held.person, verb=verb, reason=reason.strip(), data=data, now=now)
    return True
