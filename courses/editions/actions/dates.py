"""When modules open and are due."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from accounts.models import User
from courses.editions.actions.audit import note_act
from courses.editions.actions.locking import open_to_change
from courses.editions.models import Edition, ModuleDates
from courses.editions.plain import plain
from courses.editions.signals import edition_changed

Days = tuple[date | None, date | None]


@transaction.atomic
def set_module_dates(*, edition: Edition, dates: dict[UUID, Days], by: User | None, now: datetime) -> bool:
    """Say for each of these modules, by its key, when it opens and is due: days of the edition's zone, None for none.

    Returns whether anything changed; modules that are not named stay as they are. Raises ValueError for a closed edition.
    """
    held = open_to_change(edition=edition)
    before: dict[UUID, Days] = {row.module_key: (row.opens_on, row.due_on) for row in held.module_dates.all()}
    changed: dict[str, Any] = {}
    for key, days in dates.items():
        old = before.get(key, (None, None))
        if days == old:
            continue
        changed[str(key)] = [[plain(day) for day in old], [plain(day) for day in days]]
        if days == (None, None):
            held.module_dates.filter(module_key=key).delete()
        else:
            ModuleDates.objects.update_or_create(edition=held, module_key=key, defaults={"opens_on": days[0], "due_on": days[1]})
    if changed:
        note_act(edition=held, by=by, verb="edition.module_dates", data=changed, now=now)
        edition_changed.send(sender=Edition, edition=held, now=now)
    return bool(changed)
