"""The last edition is the pattern of the next."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction

from accounts.models import User
from courses.editions.actions.audit import note_act
from courses.editions.actions.prepare import FIELDS
from courses.editions.models import Edition, Event, ModuleDates


@transaction.atomic
def copy_edition(
    *, edition: Edition, name: str, starts_on: date | None, by: User | None, uid: UUID | None = None, now: datetime
) -> Edition:
    """Prepare another edition like this one: its ways, module dates and events, moved so that it begins on `starts_on`; no people.

    Where either has no first day the dates are left empty and the events out. Links of events are not copied. Raises ValueError for an
    edition that needs a first day and gets none. `uid`: the id that its form bore; the same form again is the same edition.
    """
    if starts_on is None and not edition.is_self_paced:
        raise ValueError("an edition with an end needs a first day")
    moved = starts_on - edition.starts_on if starts_on and edition.starts_on else None
    values = {field: getattr(edition, field) for field in FIELDS} | {"name": name, "starts_on": starts_on}
    values |= {field: _later(getattr(edition, field), moved) for field in ("ends_on", "enrol_until")}
    values |= {"course_key": edition.course_key, "copied_from": edition}
    copy, is_new = Edition.objects.get_or_create(uid=uid or uuid4(), defaults=values)
    if not is_new:
        return copy
    if moved is not None:
        _carry_dates(edition, copy, moved)
    note_act(edition=copy, by=by, verb="edition.copy", data={"of": str(edition.uid)}, now=now)
    return copy


def _later(day: date | None, moved: timedelta | None) -> date | None:
    return day + moved if day and moved is not None else None


def _carry_dates(source: Edition, copy: Edition, moved: timedelta) -> None:
    """Give the copy the dates of the source, moved by whole days of the edition's zone: ten o'clock stays ten o'clock."""
    ModuleDates.objects.bulk_create(
        ModuleDates(edition=copy, module_key=row.module_key, opens_on=_later(row.opens_on, moved), due_on=_later(row.due_on, moved))
        for row in source.module_dates.all()
    )
    for event in source.events.all():
        begins = event.starts_at.astimezone(source.tz) + moved
        Event.objects.create(edition=copy, title=event.title, starts_at=begins, minutes=event.minutes, text=event.text)
