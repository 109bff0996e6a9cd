"""Where somebody is reading."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from courses.completion.actions.note import note_deed
from courses.completion.choices import Deed
from courses.completion.models import UnitProgress
from courses.enrolment.models import Enrolment


@transaction.atomic
def note_reading(*, enrolment: Enrolment, unit_key: UUID, language: str, now: datetime) -> UnitProgress:
    """Note that she opened a unit: once in the log, and as the unit that she is in from now on."""
    row = note_deed(enrolment=enrolment, unit_key=unit_key, deed=Deed.VIEWED, data={"language": language}, now=now)
    if row.last_at < now:
        UnitProgress.objects.filter(pk=row.pk, last_at__lt=now).update(last_at=now)
        row.last_at = now
    return row


@transaction.atomic
def keep_place(*, enrolment: Enrolment, unit_key: UUID, place: str, now: datetime) -> bool:
    """Keep where in a unit that she has opened she stopped (id of a block). Returns whether there was such a unit."""
    rows = UnitProgress.objects.filter(enrolment=enrolment, unit_key=unit_key)
    rows.filter(last_at__lt=now).update(last_at=now)
    return bool(rows.update(place=place))
