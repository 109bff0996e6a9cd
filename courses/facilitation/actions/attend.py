"""Who was at an event."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from accounts.models import User
from courses.editions.actions import note_act
from courses.editions.models import Edition, Event
from courses.enrolment.models import Enrolment
from courses.facilitation.models import Attendance


@transaction.atomic
def note_attendance(*, event: Event, noted: Mapping[UUID, bool | None], by: User, now: datetime) -> int:
    """Note for these learners (ids of enrolments) that they were there, were not, or that nothing is noted (None).

    Who does not take part in the event's edition is passed over. Returns how many were another before; safe to call twice.
    Raises ValueError in a closed edition.
    """
    edition = Edition.objects.select_for_update(no_key=True).get(pk=event.edition_id)
    if edition.is_closed:
        raise ValueError("a closed edition does not change")
    before = dict(Attendance.objects.filter(event=event).values_list("enrolment", "was_there"))
    people = Enrolment.objects.active().filter(edition=edition, uid__in=list(noted)).values_list("pk", "uid")
    changed = {pk: noted[uid] for pk, uid in people if before.get(pk) is not noted[uid]}
    if not changed:
        return 0
    Attendance.objects.filter(event=event, enrolment__in=[pk for pk, there in changed.items() if there is None]).delete()
    Attendance.objects.bulk_create(
        [Attendance(event=event, enrolment_id=pk, was_there=there, by=by, at=now) for pk, there in changed.items() if there is not None],
        update_conflicts=True,
        unique_fields=["event", "enrolment"],
        update_fields=["was_there", "by", "at"],
    )
    said = list(changed.values())
    data = {"event": str(event.uid), "title": event.title, "there": said.count(True), "absent": said.count(False)}
    note_act(edition=edition, by=by, verb="facilitation.attendance", data={**data, "unnoted": said.count(None)}, now=now)
    return len(changed)
