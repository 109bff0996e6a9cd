"""Who runs an edition."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from accounts.models import User
from courses.editions.actions.audit import note_act
from courses.editions.actions.locking import locked
from courses.editions.models import Edition, Facilitator


@transaction.atomic
def set_facilitators(*, edition: Edition, people: Collection[User], by: User | None, now: datetime) -> bool:
    """Let exactly these people run the edition; each one who comes or goes is written down. Returns whether anybody did."""
    held = locked(edition=edition)
    before = {row.person_id: row.person for row in held.facilitator_rows.select_related("person")}
    wanted = {person.pk: person for person in people}
    for pk in before.keys() - wanted.keys():
        held.facilitator_rows.filter(person=pk).delete()
        note_act(edition=held, by=by, verb="edition.stop_running", about=before[pk], now=now)
    for pk in wanted.keys() - before.keys():
        Facilitator.objects.create(edition=held, person=wanted[pk])
        note_act(edition=held, by=by, verb="edition.let_run", about=wanted[pk], now=now)
    return before.keys() != wanted.keys()
