"""Locking an attempt."""

from courses.assessment.models import Attempt
from courses.enrolment.models import Enrolment


def hold(*, attempt_id: int) -> Attempt | None:
    """Lock an attempt inside a transaction, its enrolment first, as `courses.editions.actions.locking` has it. None where it is gone.

    Whoever needs the row of the edition too has it already.
    """
    if Enrolment.objects.select_for_update(of=("self",)).filter(attempts=attempt_id).first() is None:
        return None
    return Attempt.objects.select_for_update(of=("self",)).select_related("enrolment__edition").filter(pk=attempt_id).first()
